import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';

export type Source = { path: string; text: string; lines: number; imports: string[] };
export type Fn = { path: string; name: string; lines: number };

const ROOT = process.cwd();

/** Every TypeScript file below the given folders, as paths from the project's root. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => filesBelow(join(ROOT, folder)))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const path = relative(ROOT, file);
      return { path, text, lines: text.trimEnd().split('\n').length, imports: importsOf(path, text) };
    });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** What a file imports: project files as paths from the root without ending, packages by name. */
function importsOf(path: string, text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('~/')) return fileName.replace('~/', 'app/');
    if (fileName.startsWith('#db/')) return fileName.replace('#db/', 'db/');
    return fileName.startsWith('.') ? normalize(join(dirname(path), fileName)) : fileName;
  });
}

/** The length of every function that has a body of its own, in lines. */
export function functionsOf({ path, text }: Source): Fn[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Fn[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => file.getLineAndCharacterOfPosition(at).line;
      const name = node.name?.getText() ?? `line ${line(node.getStart()) + 1}`;
      found.push({ path, name, lines: line(node.end) - line(node.getStart()) + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The lines of a module's exported `loader` and `action` together. */
export function routeLines({ path, text }: Source): number {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const line = (at: number) => file.getLineAndCharacterOfPosition(at).line;
  const statements = file.statements.filter(
    (node) =>
      ts.isVariableStatement(node) &&
      node.declarationList.declarations.some(({ name }) => ['loader', 'action'].includes(name.getText())),
  );
  return statements.reduce((sum, node) => sum + line(node.end) - line(node.getStart()) + 1, 0);
}

/** The value below which the given share of the numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
