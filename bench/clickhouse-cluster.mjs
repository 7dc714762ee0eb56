// Three ClickHouse nodes on this machine: started in a temporary folder on free ports of loopback, and stopped again.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";

/** Where the server is: $CLICKHOUSE, else as Debian installs it; undefined for nowhere. */
export const clickhouseBinary = () =>
  [process.env.CLICKHOUSE, "/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find(
    (path) => path !== undefined && existsSync(path),
  );

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts the nodes and waits until each answers. */
export async function startCluster(binary, nodes = 3) {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-clickhouse-"));
  const ports = [];
  for (let node = 0; node < nodes; node++)
    ports.push({ http: await freePort(), tcp: await freePort(), interserver: await freePort() });
  const shards = ports
    .map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join("");
  const processes = ports.map(({ http, tcp, interserver }, node) => {
    const home = join(folder, `node${node}`);
    for (const part of ["data", "tmp", "format"]) mkdirSync(join(home, part), { recursive: true });
    writeFileSync(
      join(home, "users.xml"),
      `<yandex><profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
       <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
       <quotas><default><interval><duration>3600</duration><queries>0</queries><errors>0</errors><result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time></interval></default></quotas></yandex>`,
    );
    writeFileSync(
      join(home, "config.xml"),
      `<yandex><logger><level>warning</level><log>${home}/log</log><errorlog>${home}/err</errorlog></logger>
       <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port>
       <interserver_http_host>127.0.0.1</interserver_http_host><listen_host>127.0.0.1</listen_host>
       <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path><format_schema_path>${home}/format/</format_schema_path>
       <users_config>${home}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
       <mark_cache_size>268435456</mark_cache_size><remote_servers><plans>${shards}</plans></remote_servers></yandex>`,
    );
    const server = spawn(binary, [`--config-file=${home}/config.xml`], { cwd: home, stdio: "ignore" });
    return server;
  });
  const clients = ports.map(({ http }) =>
    createClient({
      url: `http://127.0.0.1:${http}`,
      request_timeout: 300_000,
      // Facts are made between two queries: longer than the server keeps an idle connection, on a busy machine
      keep_alive: { enabled: false },
      log: { level: ClickHouseLogLevel.OFF },
    }),
  );
  const stop = async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(
      processes.map(
        (server) =>
          new Promise((resolve) => {
            if (server.exitCode !== null) return resolve();
            server.once("exit", resolve);
            server.kill("SIGTERM");
            setTimeout(() => server.kill("SIGKILL"), 5_000).unref();
          }),
      ),
    );
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const [node, client] of clients.entries())
      await answers(client, processes[node], join(folder, `node${node}`, "err"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { clients, cluster: "plans", stop };
}

async function answers(client, server, log) {
  for (let turn = 0; turn < 150; turn++) {
    if (server.exitCode !== null) throw new Error(`ClickHouse ended with ${server.exitCode}; see ${log}`);
    const { success } = await client.ping();
    if (success) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("ClickHouse does not answer");
}
