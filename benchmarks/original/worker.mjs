// Takes one JSON object a line, does what its action says, and answers with one JSON object a line.
import { createInterface } from 'node:readline';
import { PostgrestClient } from '@supabase/postgrest-js';
import { keepAliveNoCache } from '@adobe/fetch';
import { createDataAccess, createFetchCompat } from '@adobe/spacecat-shared-data-access';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { Ticket } = createDataAccess({ postgrestUrl: process.argv[2] }, silent);

async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { seconds: (performance.now() - started) / 1000, result };
}

function expect(holds, what) {
  if (!holds) throw new Error(`unexpected ${what}`);
}

const actions = {
  async findById({ ids }) {
    const { seconds } = await timed(async () => {
      for (const id of ids) expect(await Ticket.findById(id), 'null');
    });
    return { seconds };
  },

  async findAtOnce({ ids, times }) {
    const { seconds } = await timed(async () => {
      for (let time = 0; time < times; time += 1) {
        const found = await Promise.all(ids.map((id) => Ticket.findById(id)));
        expect(found.every(Boolean), 'null');
      }
    });
    return { seconds };
  },

  async list({ organizationId, limit }) {
    // Not allByOrganizationId, which sends the same query once and then keeps what it found.
    const { seconds, result } = await timed(() => Ticket.allByIndexKeys({ organizationId }, { limit }));
    expect(result.length === limit, 'number of tickets');
    return { seconds };
  },

  async createMany({ items }) {
    const { seconds, result } = await timed(() => Ticket.createMany(items));
    expect(result.createdItems.length === items.length, 'number of tickets');
    return { seconds };
  },

  // Against another server: how many requests the removal of a connection takes.
  async remove({ url, connectionId }) {
    let requests = 0;
    const { fetch } = keepAliveNoCache(); // what the original itself sends with
    const counting = createFetchCompat((...call) => {
      requests += 1;
      return fetch(...call);
    });
    const client = new PostgrestClient(url, { schema: 'public', fetch: counting });
    const { TaskManagementConnection } = createDataAccess({ postgrestUrl: url }, silent, client);
    const connection = await TaskManagementConnection.findById(connectionId);
    requests = 0;
    const { seconds } = await timed(() => connection.remove());
    return { seconds, requests };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { action, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = await actions[action](given);
  } catch (error) {
    const told = [];
    for (let each = error; each; each = each.cause) told.push(each.message);
    answer = { error: told.join(' <- ') };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
