#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program's own file, for a process of the same program; on Linux even where another has
/// taken its place since it started.
func ownPath() -> String {
  #if canImport(Darwin)
    var size: UInt32 = 4096
    var path = [CChar](repeating: 0, count: Int(size))
    return _NSGetExecutablePath(&path, &size) == 0
      ? String(cString: path) : CommandLine.arguments[0]
  #else
    return "/proc/self/exe"
  #endif
}
