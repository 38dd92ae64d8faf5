#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Workers and the work that is spread over them.
struct WorkerPool {
  /// What came of a task.
  enum Answer {
    case result(WorkerResult)
    /// The worker ended before it had an answer, twice or for taking too long; why.
    case failure(String)
  }

  private let setup: WorkerSetup
  private let size: Int
  /// For how long a worker may be at one task, in milliseconds.
  private let patience: Int
  private var workers: [WorkerProcess] = []
  /// Tasks whose worker ended; a task is given to a worker twice at most.
  private var again: [WorkerTask] = []
  private var triedTwice: Set<Int> = []

  /// How much a worker has before it, so that it need not wait for more.
  private static let depth = 4

  init(_ setup: WorkerSetup, size: Int, patience: Int) {
    self.setup = setup
    self.size = size
    self.patience = patience
  }

  /// Whether all tasks have their answers.
  var isIdle: Bool { again.isEmpty && workers.allSatisfy(\.tasks.isEmpty) }

  /// Whether another task would be begun soon.
  var hasRoom: Bool {
    again.isEmpty
      && (workers.count < size || workers.contains { $0.tasks.count < Self.depth })
  }

  /// Gives a task to the worker with the least to do, a new one while there may be more.
  mutating func give(_ task: WorkerTask) throws(Failure) {
    var least = workers.indices.min { workers[$0].tasks.count < workers[$1].tasks.count }
    if workers.count < size, least.map({ !workers[$0].tasks.isEmpty }) ?? true {
      do throws(Failure) {
        workers.append(try WorkerProcess(setup))
        least = workers.endIndex - 1
      } catch {
        // Fewer are enough.
        if workers.isEmpty { throw error }
      }
    }
    if let least { workers[least].give(task) }
  }

  /// Waits for answers, for a while at most.
  mutating func answers(within milliseconds: Int32) throws(Failure) -> [(WorkerTask, Answer)] {
    while let task = again.popLast() { try give(task) }
    let start = now()
    var descriptors: [pollfd] = []
    for worker in workers {
      let more = worker.hasMoreToSend ? Int16(POLLOUT) : 0
      descriptors.append(pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0))
      descriptors.append(pollfd(fd: more == 0 ? -1 : worker.input, events: more, revents: 0))
    }
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) >= 0 else { return [] }
    // A program that was stopped for a while has not waited for all of it.
    let waited = min(now() - start, 2 * Int(milliseconds))
    var answers: [(WorkerTask, Answer)] = []
    var ended: [Int] = []
    for index in workers.indices {
      if descriptors[2 * index + 1].revents != 0 { workers[index].send() }
      if descriptors[2 * index].revents != 0 {
        guard let results = workers[index].receive() else {
          ended.append(index)
          continue
        }
        answers += results.map { ($0, .result($1)) }
      } else if !workers[index].tasks.isEmpty {
        workers[index].patience += waited
        if workers[index].patience > patience {
          workers[index].isTooSlow = true
          ended.append(index)
        }
      }
    }
    for index in ended.reversed() { answers += replace(workers.remove(at: index)) }
    return answers
  }

  /// Ends a worker that does not go on: the task it was at is tried once more, those it had before it
  /// are given to others.
  private mutating func replace(_ worker: WorkerProcess) -> [(WorkerTask, Answer)] {
    let how = worker.end()
    guard let task = worker.tasks.first else { return [] }
    again += worker.tasks.dropFirst()
    if worker.isTooSlow {
      return [(task, .failure("drawing took longer than \(patience / 1000) s and was ended"))]
    }
    if triedTwice.insert(task.number).inserted {
      again.append(task)
      return []
    }
    return [(task, .failure("drawing it brought the program down twice, at last with \(how)"))]
  }

  /// Ends all workers at once, whatever they are at.
  mutating func stop() {
    for worker in workers { _ = worker.end() }
    workers = []
  }

  /// Lets the workers go, which have nothing to do.
  mutating func dismiss() {
    for worker in workers { worker.dismiss() }
    workers = []
  }
}

/// Milliseconds of a clock that only goes forward.
func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
