/// Reads HTML that stands inside a document of another format, such as a table written as tags in Markdown.
///
/// A protocol, so that no reader depends on another: the pipeline hands one to the other.
public protocol HTMLFragmentReader: Sendable {
    /// Reads `fragment`; the positions of what it holds are places in the outer document.
    func read(_ fragment: HTMLFragment, path: String) -> Reading
}

/// A piece of HTML cut out of another document.
public struct HTMLFragment: Sendable, Hashable {
    /// The markup, UTF-8.
    public var bytes: [UInt8]
    /// Where each line of `bytes` begins in the outer document.
    public var lines: [SourcePosition]

    /// A fragment whose lines stand at `lines`.
    public init(bytes: [UInt8], lines: [SourcePosition]) {
        self.bytes = bytes
        self.lines = lines
    }
}
