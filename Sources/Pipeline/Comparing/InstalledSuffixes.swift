/// The public suffix list of the system, where there is one (Debian's `publicsuffix`).
///
/// Only what stands at a gate reads it. Versions and artifacts go by the shape of names alone, so that they are the same bytes on a
/// machine without the list.
enum InstalledSuffixes {
    private static let file = "/usr/share/publicsuffix/public_suffix_list.dat"

    /// The list; nil where it is not installed.
    static var text: String? { (try? FileReading.bytes(at: file)).map { String(decoding: $0, as: UTF8.self) } }
}
