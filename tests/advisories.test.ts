import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const packages = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
>;
const listed = readFileSync('docs/advisories.md', 'utf8');

/** Which version a line of the list gives for a package; several packages of one line share a version or have one each. */
function versionIn(name: string): string | undefined {
  const line = listed.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${name}\``));
  const [, first = '', second = ''] = line?.split('|') ?? [];
  const names = [...first.matchAll(/`([^`]+)`/g)].map(([, found]) => found);
  const versions = second.split(',').map((version) => version.trim());
  return versions[names.indexOf(name)] ?? versions[0];
}

describe('docs/advisories.md', () => {
  test('gives the version in use of every package that runs in production', () => {
    const listed = Object.keys(packages.dependencies).map((name) => [name, versionIn(name)]);
    expect(Object.fromEntries(listed)).toEqual(packages.dependencies);
  });

  test.each(['vite', 'vitest', 'drizzle-kit', 'rollup'])('gives the version in use of %s', (name) => {
    const { devDependencies, overrides } = packages;
    expect(versionIn(name)).toBe(overrides[name] ?? devDependencies[name]);
  });
});

describe('what the documents about safety point at', () => {
  test.each(['docs/advisories.md', 'docs/threat-model.md'])('is there: %s', (document) => {
    const text = readFileSync(document, 'utf8');
    const paths = [...text.matchAll(/`((?:app|db|docs|tests)\/[\w./-]+|[\w-]+\.(?:config\.)?js)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
