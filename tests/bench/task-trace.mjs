/**
 * Does something while the window and the main process are traced; gives the most processor time that any one task took on the main thread of each, in ms.
 * Unlike time by the clock it doesn't grow when other programs keep the processor busy. To collect the trace stops the main process for seconds.
 */
export async function processorTimeOf(window, work) {
  const session = await window.context().newCDPSession(window)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const collected = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  const traceConfig = {
    recordMode: 'recordAsMuchAsPossible',
    includedCategories: ['toplevel'],
    excludedCategories: ['*'],
  }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  await work()
  await session.send('Tracing.end')
  await collected
  await session.detach()
  return { windowMs: mostOf(events, 'CrRendererMain'), mainMs: mostOf(events, 'CrBrowserMain') }
}

function mostOf(events, threadName) {
  const threadOf = ({ pid, tid }) => `${pid}/${tid}`
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === threadName).map(threadOf),
  )
  let mostUs = 0
  for (const event of events)
    if (event.ph === 'X' && event.tdur > mostUs && threads.has(threadOf(event))) mostUs = event.tdur
  return mostUs / 1000
}
