internal import RequirementModel

/// Finds the records that several "label: value" items of a list state together.
struct FieldGroups {
    /// A record that several items state together.
    struct Group {
        var fields = LabelledFields()
        /// The items of the list that belong to it.
        var covers: Range<Int>
        /// Where its items, nested ones too, begin.
        var positions: [SourcePosition] = []
        /// What else the items hold.
        var others: [Block] = []
    }

    /// The groups, in order.
    private(set) var groups: [Group] = []
    private var open: Group?

    /// Finds the groups of `list`; a label that comes again begins the next one, unless it stands right below itself.
    init(_ list: List, _ lexer: Lexer) {
        for (index, item) in list.items.enumerated() {
            guard let field = LabelledFields.field(item, lexer) else {
                close()
                continue
            }
            if open?.fields.begins(anotherRecordAt: field) == true { close() }
            var group = open ?? Group(covers: index..<index)
            group.fields.add(field)
            group.positions.append(item.position)
            group.covers = group.covers.lowerBound..<index + 1
            Self.gather(item, lexer, depth: 0, into: &group)
            open = group
        }
        close()
    }

    /// The group that begins with the item at `index`.
    func group(startingAt index: Int) -> Group? { groups.first { $0.covers.lowerBound == index } }

    /// Whether the item at `index` is in a group.
    func contains(_ index: Int) -> Bool { groups.contains { $0.covers.contains(index) } }

    private mutating func close() {
        if let open, open.fields.weight >= 2 { groups.append(open) }
        open = nil
    }

    /// Takes the fields nested below an item to its record.
    private static func gather(_ item: List.Item, _ lexer: Lexer, depth: Int, into group: inout Group) {
        guard depth < ListReader.deepest else { return }
        for block in item.blocks {
            switch block {
            case .paragraph: continue
            case .list(let inner):
                for item in inner.items {
                    group.positions.append(item.position)
                    if let field = LabelledFields.field(item, lexer) { group.fields.add(field) }
                    gather(item, lexer, depth: depth + 1, into: &group)
                }
            default: group.others.append(block)
            }
        }
    }
}
