import closeWithGrace from 'close-with-grace';

const development = process.argv.includes('--dev');
process.env.NODE_ENV ??= development ? 'development' : 'production';

const vite = development
  ? await import('vite').then(({ createServer }) => createServer({ server: { middlewareMode: true } }))
  : undefined;
const { readConfig, openSite, createApp, firstAdminLink, listen, drain } = vite
  ? await vite.ssrLoadModule('./app/server.ts')
  : await import('./build/server/index.js');

/** What whoever starts Wijkkas can mend is said in words; anything else is a fault of ours, with its trace. */
function stop(error) {
  console.error(['UnfitDatabase', 'AbsentDatabase'].includes(error.name) ? error.message : error);
  process.exit(1);
}

let config;
try {
  config = readConfig(process.env);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const { site, close } = await openSite(config).catch(stop);
const server = await listen(await createApp(site, vite?.middlewares), config.port, config.host);
const { port } = server.address();
console.log(`Wijkkas: http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`);
const link = await firstAdminLink(site).catch(() => null);
if (link) console.log(`Nobody manages this installation yet. The first administrator begins here: ${link}`);

// An error that nobody caught leaves the program in a state that nobody knows: it says why, and ends.
closeWithGrace({ delay: 10_000 }, async ({ err }) => {
  if (err) site.log.fatal({ err }, 'stopping for an error that nobody caught');
  await drain(server, 6_000);
  await close();
});
