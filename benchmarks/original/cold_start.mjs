// A new process imports the original and makes a data access, with all its collections.
const started = performance.now();
const { createDataAccess } = await import('@adobe/spacecat-shared-data-access');
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const dataAccess = createDataAccess({ postgrestUrl: 'http://127.0.0.1:3000' }, silent);
const touched = dataAccess.Ticket.constructor.name;
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, touched }));
process.exit(0);
