internal import RequirementModel

/// Reads neighbouring items of the form "label: value" as one record: "Endpoint: a.example", "Port: TCP/443".
///
/// The labels are the words that stand over columns elsewhere, so that such a group is a table's row set upright.
struct LabelledFields {
    /// One field: what its label says it holds, and where its value stands.
    struct Field {
        var role: ColumnRole
        var label: String
        var lexed: Lexed
        var value: Range<Int>
        var position: SourcePosition
    }

    private(set) var fields: [Field] = []

    /// How many of the fields say where or on which port.
    var weight: Int {
        Set(fields.map(\.role)).intersection([
            .endpoint, .destination, .serviceTag, .port, .protocol, .protocolAndPort, .source, .direction, .tcpPort,
            .udpPort,
        ]).count
    }

    /// Whether a field with the same label is there already, so that the next record begins. Of "Host: a", "Host: b" side
    /// by side both are of one record.
    func begins(anotherRecordAt field: Field) -> Bool {
        guard let last = fields.last, last.label != field.label else { return false }
        return fields.contains { $0.label == field.label }
    }

    /// Adds a field.
    mutating func add(_ field: Field) { fields.append(field) }

    /// The field that an item is; nil for any other item. A term is its definition's label.
    static func field(_ item: List.Item, _ lexer: Lexer) -> Field? {
        guard let text = firstText(of: item) else { return nil }
        if let term = item.term {
            let label = lexer.read(term)
            let lexed = lexer.read(text)
            guard let role = role(label.tokens, lexer) else { return nil }
            return Field(
                role: role, label: PlainText.line(term), lexed: lexed, value: lexed.tokens, position: item.position)
        }
        guard mayHaveLabel(text) else { return nil }
        let lexed = lexer.read(text)
        guard let colon = lexed.tokens.prefix(longestLabel).first(where: { lexer.tokens[$0].kind == .colon }),
            colon > lexed.tokens.lowerBound,
            colon + 1 < lexed.tokens.upperBound, let role = role(lexed.tokens.lowerBound..<colon, lexer)
        else { return nil }
        let label = lexer.words(
            Int(lexer.tokens[lexed.tokens.lowerBound].start)..<Int(lexer.tokens[colon].start), of: lexed)
        return Field(
            role: role, label: label, lexed: lexed, value: colon + 1..<lexed.tokens.upperBound, position: item.position)
    }

    private static func firstText(of item: List.Item) -> RichText? {
        for case .paragraph(let text) in item.blocks { return text }
        return nil
    }

    /// A quick look: whether a colon, or a character beyond ASCII that may stand for one, is within the first words.
    ///
    /// What a template says between braces is no words.
    private static func mayHaveLabel(_ text: RichText) -> Bool {
        var blanks = 0
        for byte in text.text.utf8 {
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "{") || byte >= 0x80 { return true }
            if byte == ASCII.space { blanks += 1 }
            if blanks > 2 * longestLabel { return false }
        }
        return false
    }

    /// No label has more words, nor its words with the marks between them.
    private static let longestLabel = 6

    /// The role of a label whose every word is one that stands over columns.
    private static func role(_ label: Range<Int>, _ lexer: Lexer) -> ColumnRole? {
        // "TCP 8080: the console" states a port; it is no label of one.
        if label.contains(where: { lexer.tokens[$0].kind == .number || lexer.tokens[$0].isEndpoint }) { return nil }
        let concepts = HeaderVocabulary.concepts(of: label, in: lexer)
        guard concepts.isDisjoint(with: [.foreign, .observed, .state]), let role = concepts.role else { return nil }
        let isOnlyLabel = label.allSatisfy { index in
            lexer.tokens[index].kind != .word || HeaderVocabulary.knows(index, in: lexer)
        }
        return isOnlyLabel ? role : nil
    }

    /// The one requirement that the fields state together; nil when they name neither destination nor port.
    func draft(_ lexer: Lexer, purpose: String?) -> RequirementDraft? {
        guard let first = fields.first else { return nil }
        var draft = RequirementDraft(position: first.position)
        draft.purpose = purpose
        var protocols: [Service] = []
        var ports: [Service] = []
        for field in fields {
            let reader = ServiceReader(lexer: lexer, takesBareNumbers: true)
            switch field.role {
            case .endpoint, .destination, .serviceTag:
                draft.destinations += places(field, lexer, takesNames: field.role == .destination)
            case .source: draft.sources += places(field, lexer, takesNames: true).map(\.endpoint)
            case .port, .protocolAndPort: ports += reader.services(in: field.value)
            case .tcpPort, .udpPort:
                ports += reader.services(in: field.value).map {
                    Service(transport: $0.transport ?? (field.role == .tcpPort ? "TCP" : "UDP"), port: $0.port)
                }
            case .protocol, .transport: protocols = Service.product(protocols, reader.services(in: field.value))
            case .access: draft.access = field.value.lazy.compactMap { lexer.access(said: $0) }.first ?? .allow
            case .direction: draft.said.direction = DirectionReader(lexer: lexer).direction(ofCell: field.value)
            case .cloud: draft.said.clouds = CloudReader(lexer: lexer).clouds(in: field.value, .label)
            case .purpose: draft.purpose = draft.purpose ?? words(field, lexer)
            case .condition: draft.said.condition = words(field, lexer)
            case .name: draft.name = words(field, lexer)
            default: continue
            }
        }
        draft.said.services = Service.product(protocols, ports)
        draft.destinations.removeAll { StandInNames.contains($0.endpoint) }
        return draft.shortcoming == nil ? draft : nil
    }

    private func places(_ field: Field, _ lexer: Lexer, takesNames: Bool) -> [Destination] {
        let convention = EndpointReader.Convention(
            takesNamedThings: takesNames, takesPlainTags: field.role == .serviceTag)
        return EndpointReader(lexer: lexer, lexed: field.lexed, convention: convention).places(in: field.value)
            .destinations
    }

    private func words(_ field: Field, _ lexer: Lexer) -> String {
        lexer.words(ofTokens: field.value, of: field.lexed)
    }
}
