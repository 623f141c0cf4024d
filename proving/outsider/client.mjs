// Publishes one discovery request and reads, from profile-events, who was registered for it.
// Prints one line of JSON and exits 0; says on stderr what went wrong and exits 1.
//
//   KAFKA=127.0.0.1:9092 REGISTRY=http://127.0.0.1:8081/apis/ccompat/v7 \
//     node client.mjs <job id> <platform> <handle>…
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'
import kafkajs from 'kafkajs'
import lz4 from 'lz4js'

const REQUESTS = 'social.discovery-requests'
const EVENTS = 'social.profile-events'
const PATIENCE = 120_000

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs
// Our records are compressed by LZ4, which kafkajs leaves to its users.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (bytes) => Buffer.from(lz4.decompress(bytes)),
})

const [jobId, platform, ...handles] = process.argv.slice(2)
if (!process.env.KAFKA || !process.env.REGISTRY || handles.length === 0) {
  console.error('usage: KAFKA=… REGISTRY=… node client.mjs <job id> <platform> <handle>…')
  process.exit(2)
}

const kafka = new Kafka({
  clientId: 'outsider',
  brokers: [process.env.KAFKA],
  logLevel: logLevel.NOTHING,
})
const registry = new SchemaRegistry({ host: process.env.REGISTRY })

async function request() {
  const schema = await registry.getLatestSchemaId(`${REQUESTS}-value`)
  const value = await registry.encode(schema, {
    jobId,
    workspaceId: 'default',
    platform,
    categories: [],
    locations: [],
    keywords: [],
    handles,
    maxProfiles: handles.length,
    requestedBy: 'outsider',
    requestedAt: Date.now(),
    correlationId: null,
  })
  const producer = kafka.producer()
  await producer.connect()
  await producer.send({ topic: REQUESTS, messages: [{ key: jobId, value }] })
  await producer.disconnect()
}

function registered() {
  const found = new Map()
  const consumer = kafka.consumer({ groupId: `outsider-${jobId}` })
  return {
    people: new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`only ${found.size} of ${handles.length} were registered in time`)),
        PATIENCE,
      )
      const read = async ({ message }) => {
        const event = await registry.decode(message.value)
        const registration = event.event['dev.outreach.schemas.ProfileRegistered']
        if (registration?.jobId === jobId && event.profileId === message.key.toString()) {
          found.set(event.profileId, event)
        }
        if (found.size === handles.length) {
          clearTimeout(late)
          resolve([...found.values()])
        }
      }
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
      consumer
        .connect()
        .then(() => consumer.subscribe({ topics: [EVENTS], fromBeginning: true }))
        .then(() => consumer.run({ eachMessage: read }))
        .catch(reject)
    }),
    close: () => consumer.disconnect(),
  }
}

const reader = registered()
try {
  await request()
  const people = await reader.people
  console.log(
    JSON.stringify({
      job: jobId,
      registered: people.map(({ profileId, version, after }) => ({
        profileId,
        version,
        status: after.discoveryStatus,
      })),
    }),
  )
} catch (failure) {
  console.error(failure)
  process.exitCode = 1
} finally {
  await reader.close()
}
