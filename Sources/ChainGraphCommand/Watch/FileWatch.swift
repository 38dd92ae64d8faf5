#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits for files to be saved, in whatever way an editor does that.
///
/// Whether a file has changed is read off its state alone. Linux's inotify says when to look;
/// besides, and where it is not to be had, the files are looked at from time to time, since it does
/// not see what happens on a network drive, behind a link, or after a folder was replaced.
struct FileWatch {
  private var states: [String: FileState?] = [:]
  /// What folders' events are read from; -1 without inotify.
  private let events: Int32

  /// Milliseconds from one look to the next with events and without.
  private static let periods = (withEvents: 500, alone: 50)
  /// Milliseconds for which a file must stay as it is to count as saved, and for how long one that
  /// is gone may come back under its name.
  private static let (stillness, absence) = (10, 300)

  init(isPolling: Bool) {
    #if canImport(Glibc)
      events = isPolling ? -1 : inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    #else
      events = -1
    #endif
  }

  /// Says which files are meant from now on; those that were meant before keep theirs.
  mutating func follow(_ files: [String]) {
    let known = states
    states = [:]
    for file in files { states[file] = known[file] ?? FileState(of: file) }
    listen()
  }

  /// Waits for so many milliseconds at most; whether a file was saved, removed or made meanwhile.
  mutating func hasChange(within milliseconds: Int? = nil) -> Bool {
    var rest = milliseconds ?? .max
    while !Interruption.isAsked {
      if current() != states {
        settle()
        return true
      }
      guard rest > 0 else { return false }
      let period = min(rest, events >= 0 ? Self.periods.withEvents : Self.periods.alone)
      pause(period)
      rest -= period
      listen()
    }
    return false
  }

  private func current() -> [String: FileState?] {
    var now: [String: FileState?] = [:]
    for file in states.keys { now[file] = FileState(of: file) }
    return now
  }

  /// Waits until the files are written whole.
  private mutating func settle() {
    var waited = 0
    repeat {
      states = current()
      usleep(UInt32(Self.stillness * 1_000))
      waited += Self.stillness
    } while !Interruption.isAsked
      && (current() != states || states.values.contains(nil) && waited < Self.absence)
  }

  /// Waits for an event, a signal or the time given.
  private func pause(_ milliseconds: Int) {
    guard events >= 0 else {
      usleep(UInt32(milliseconds * 1_000))
      return
    }
    var wait = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, Int32(milliseconds)) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while read(events, &buffer, buffer.count) > 0 {}
  }

  /// Asks for the events of the folders in which the files are, and of those they are linked from; a
  /// folder that is new under its name is asked for anew.
  private func listen() {
    #if canImport(Glibc)
      guard events >= 0 else { return }
      let kinds = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)
      var folders: Set<String> = []
      for file in states.keys {
        folders.insert(folder(of: file))
        if let real = realpath(file, nil) {
          folders.insert(folder(of: String(cString: real)))
          free(real)
        }
      }
      for folder in folders { inotify_add_watch(events, folder.isEmpty ? "." : folder, kinds) }
    #endif
  }
}
