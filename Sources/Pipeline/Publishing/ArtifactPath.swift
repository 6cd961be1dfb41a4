/// Paths of artifacts: what a transformer may ask the host to write.
enum ArtifactPath {
    /// Whether `path` stays below the folder that it is taken from, on every file system: relative, no `.` or `..`, no empty
    /// or hidden name, no backslash, colon or control character.
    static func isSafe(_ path: String) -> Bool {
        let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return names.allSatisfy { name in
            guard let first = name.first, first != UInt8(ascii: "."), name.count <= 200 else { return false }
            return name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }
        }
    }
}
