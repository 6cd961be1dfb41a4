/// The folder that a page's includes are looked up in: one on disk, or one in a commit.
protocol InclusionFolder {
    /// A file in it, however many ways lead there.
    associatedtype Place: Hashable

    /// The file that `written` means in the file at `includer`; nil when it lies outside.
    func place(of written: String, from includer: Place) -> Place?
    /// How people know the file.
    func path(of place: Place) -> String
    /// What the file holds.
    func bytes(at place: Place) throws(FileReading.Fault) -> [UInt8]
}

extension SourceFile.Root: InclusionFolder {
    func place(of written: String, from includer: DiskPath) -> DiskPath? {
        let target =
            written.hasPrefix("~/")
            ? DiskPath(String(written.dropFirst(2)), relativeTo: diskPath)
            : DiskPath(written, relativeTo: includer.parent)
        let place = target.resolved
        return place != diskPath && place.isInside(diskPath) ? place : nil
    }

    func path(of place: DiskPath) -> String { prefix + (place.path(below: diskPath) ?? "") }

    func bytes(at place: DiskPath) throws(FileReading.Fault) -> [UInt8] {
        try FileReading.bytes(at: place.description)
    }
}
