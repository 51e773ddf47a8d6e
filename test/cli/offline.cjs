// Preloaded, makes a run end where anything in it reaches for the network or starts another program.
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');
const childProcess = require('node:child_process');

const end = what => () => {
  process._rawDebug(`REACHED OUT: ${what}`);
  process.kill(process.pid, 'SIGKILL');
};
net.Socket.prototype.connect = end('a connection');
dns.lookup = end('a name');
dns.promises.lookup = end('a name');
dgram.createSocket = end('a datagram');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  childProcess[name] = end('a program');
globalThis.fetch = end('fetch');
