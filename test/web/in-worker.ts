/** Imported before tests, it has their servers run in a worker. */

process.env.STET_TEST_SERVER = 'worker';
