internal import CCmark
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A parsed text: the one owner of libcmark's tree, which is freed with it.
struct CommonMarkTree: ~Copyable {
    let root: TreeNode?
    private let pointer: OpaquePointer?

    /// Parses UTF-8 from byte `offset` on.
    init(_ bytes: borrowing [UInt8], from offset: Int = 0) {
        pointer = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return cmark_parse_document("", 0, CMARK_OPT_DEFAULT) }
                return cmark_parse_document(start + offset, characters.count - offset, CMARK_OPT_DEFAULT)
            }
        }
        root = pointer.map(TreeNode.init)
    }

    deinit {
        if let pointer { cmark_node_free(pointer) }
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
