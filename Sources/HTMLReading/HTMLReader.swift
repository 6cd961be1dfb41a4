public import RequirementModel

/// Reads HTML as browsers show it.
public struct HTMLReader: Sendable, HTMLFragmentReader {
    /// A reader; it has no state.
    public init() {}

    /// Reads a page.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        Reading(document: Document(path: path, format: .html))
    }

    /// Reads a piece of HTML that stands in another document.
    public func read(_ fragment: HTMLFragment, path: String) -> Reading {
        Reading(document: Document(path: path, format: .html))
    }
}
