internal import CCmark
internal import CThreadArena
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A parsed text: the one owner of libcmark's tree and of the memory that it lives in.
///
/// Trees that are alive on one thread end in the reverse order of their making, as values in nested calls do.
struct CommonMarkTree: ~Copyable {
    let root: TreeNode?
    private let arena: UnsafeMutablePointer<thread_arena>?

    /// Parses `definitions`, and then the lines of `source` that are to be read, `omissions` left out.
    init(_ source: borrowing SourceText, omitting omissions: [Omission] = [], definitions: [UInt8] = []) {
        let count = source.bytes.count - source.start
        arena = thread_arena_open(count * Self.memoryPerByte)
        // The arena begins with libcmark's three functions.
        let memory = UnsafeMutableRawPointer(arena)?.assumingMemoryBound(to: cmark_mem.self)
        guard let memory, let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, memory) else {
            root = nil
            return
        }
        Self.feed(parser, definitions, 0..<definitions.count)
        var start = source.start
        for omission in omissions {
            let lines = source.wholeRange(ofLines: omission.lines)
            guard lines.lowerBound >= start else { continue }
            Self.feed(parser, source.bytes, start..<lines.lowerBound)
            Self.feed(parser, omission.placeholder, 0..<omission.placeholder.count)
            start = lines.upperBound
        }
        Self.feed(parser, source.bytes, start..<source.bytes.count)
        root = cmark_parser_finish(parser).map(TreeNode.init)
        cmark_parser_free(parser)
    }

    private static func feed(_ parser: OpaquePointer, _ bytes: borrowing [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            cmark_parser_feed(parser, (start + range.lowerBound).assumingMemoryBound(to: CChar.self), range.count)
        }
    }

    /// What a page of prose takes; tables and lists take more, from further chunks.
    private static let memoryPerByte = 12

    deinit {
        thread_arena_close(arena)
    }
}

/// Lines that libcmark is not to see as they stand.
struct Omission {
    let lines: ClosedRange<Int>
    /// What it sees in their place: as many lines.
    let placeholder: [UInt8]
}

extension Omission {
    /// Nothing is seen.
    init(blanking lines: ClosedRange<Int>) {
        self.init(lines: lines, placeholder: Array(repeating: UInt8(ascii: "\n"), count: lines.count))
    }

    /// A block is seen, between blank lines: a paragraph of one pipe.
    init(standingAlone lines: ClosedRange<Int>) {
        let lineEnds = Array(repeating: UInt8(ascii: "\n"), count: lines.count)
        self.init(lines: lines, placeholder: [UInt8(ascii: "|")] + lineEnds)
    }
}

/// One node of a ``CommonMarkTree``; it must not outlive the tree, so nothing keeps one but the walk.
struct TreeNode: Equatable {
    let pointer: OpaquePointer

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var parent: TreeNode? { cmark_node_parent(pointer).map(TreeNode.init) }
    var firstChild: TreeNode? { cmark_node_first_child(pointer).map(TreeNode.init) }
    var next: TreeNode? { cmark_node_next(pointer).map(TreeNode.init) }

    /// 1-based.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    /// 1-based.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    /// 1-based.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// 1 to 6 for a heading.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    /// What stands after a code fence.
    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    /// A link's or image's target.
    var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    /// The text of a text, code or HTML node.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

    /// Gives `body` the UTF-8 of a text, code or HTML node.
    func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let literal = cmark_node_get_literal(pointer) else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        let length = strlen(literal)
        return literal.withMemoryRebound(to: UInt8.self, capacity: length) {
            body(UnsafeBufferPointer(start: $0, count: length))
        }
    }
}
