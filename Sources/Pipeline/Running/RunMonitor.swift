public import RequirementModel

/// Who watches a run: is told what is found, read and noticed, in the same order every time.
public struct RunMonitor {
    /// The documents that are going to be read.
    public var willRead: ([SourceFile]) -> Void
    /// What one of them yields.
    public var didRead: (DocumentExtraction) -> Void
    /// What a person should know that is not about one document's content.
    public var didNotice: ([Diagnostic]) -> Void

    /// A monitor.
    public init(
        willRead: @escaping ([SourceFile]) -> Void = { _ in },
        didRead: @escaping (DocumentExtraction) -> Void = { _ in },
        didNotice: @escaping ([Diagnostic]) -> Void = { _ in }
    ) {
        self.willRead = willRead
        self.didRead = didRead
        self.didNotice = didNotice
    }
}
