internal import RequirementModel

/// Numbers that are ports: alone, as ranges, as the lowest of all above.
extension ServiceReader {
    /// The port or range at `index`, and where reading goes on; a nil port for a number that is none.
    func port(at index: Int, in range: Range<Int>, after cluster: Cluster?) -> (PortRange?, Int)? {
        let token = lexer.tokens[index]
        if token.kind == .star, token.gap == .none, index > range.lowerBound, lexer.tokens[index - 1].kind == .close {
            // "disabled (8443)*": a footnote's mark.
            return (nil, index + 1)
        }
        if token.kind == .star || (token.means(.any) && takesBareNumbers && isAlone(index, in: range)) {
            return takesBareNumbers ? (.any, index + 1) : nil
        }
        if token.kind == .url {
            guard HostName.mayLackHost(lexer.bytes, token.range) else { return nil }
            let parts = HostName.parts(lexer.bytes, token.range, emphasised: [], isURL: true)
            guard parts.host == nil, let port = parts.port else { return nil }
            return (PortRange(Int(port)), index + 1)
        }
        guard token.kind == .number else { return nil }
        guard takesBareNumbers || isPortInProse(at: index, in: range) else { return nil }
        // "1433 Note 2": a footnote's number.
        if index > range.lowerBound, lexer.tokens[index - 1].means(.remark) { return (nil, index + 1) }
        if let last = cluster?.protocols, !last.isEmpty, last.allSatisfy(\.hasNoPorts) { return (nil, index + 1) }
        if isVersion(at: index, in: range) { return (nil, index + 1) }
        if let grouped = groupedPorts(at: index, in: range) { return grouped }
        if let limit = lowerLimit(at: index, in: range) { return limit }
        if let (high, end) = rangeEnd(at: index, in: range) {
            return (PortRange(Int(token.low), Int(high)), end)
        }
        return (PortRange(Int(token.low), Int(token.high)), index + 1)
    }

    /// "10,000 to 60,000": thousands set apart, where what stands behind the comma is no port by itself.
    private func groupedPorts(at index: Int, in range: Range<Int>) -> (PortRange?, Int)? {
        guard let (low, end) = grouped(at: index, in: range) else { return nil }
        if end + 1 < range.upperBound, lexer.tokens[end].kind == .dash || lexer.tokens[end].means(.to),
            let (high, end) = grouped(at: end + 1, in: range), low < high
        {
            return (PortRange(low, high), end)
        }
        return (PortRange(low), end)
    }

    private func grouped(at index: Int, in range: Range<Int>) -> (Int, Int)? {
        guard index + 2 < range.upperBound, lexer.tokens[index].kind == .number,
            lexer.tokens[index].low == lexer.tokens[index].high
        else { return nil }
        let (comma, rest) = (lexer.tokens[index + 1], lexer.tokens[index + 2])
        guard comma.kind == .comma, comma.gap == .none, rest.kind == .number, rest.gap == .none,
            rest.range.count == 3, lexer.bytes[Int(rest.start)] == UInt8(ascii: "0")
        else { return nil }
        return (Int(lexer.tokens[index].low) * 1000 + Int(rest.low), index + 3)
    }

    private func isAlone(_ index: Int, in range: Range<Int>) -> Bool {
        !(range.lowerBound..<range.upperBound).contains { other in
            other != index && lexer.tokens[other].kind == .word && lexer.tokens[other].protocolIndex < 0
                && !lexer.tokens[other].means([.portNoun, .or, .and, .any])
        }
    }

    /// `HTTP/2`, `TLS 1`, `SMB 3`, and in a sentence "PostgreSQL 12": the number is the version of what it stands behind.
    private func isVersion(at index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        let before = lexer.tokens[index - 1]
        if !takesBareNumbers, before.protocolIndex >= 0 {
            let entry = ProtocolVocabulary.entries[Int(before.protocolIndex)]
            let number = lexer.tokens[index].high
            if entry.transport == nil, number < 100, !entry.registeredPorts.contains(number) { return true }
        }
        guard lexer.tokens[index].high <= 3 else { return false }
        if before.protocolIndex >= 0 { return true }
        return before.kind == .slash && index - 1 > range.lowerBound && lexer.tokens[index - 2].protocolIndex >= 0
    }

    /// `> 1024`, "above 1024" and "1024 or higher" reach up to the last port.
    private func lowerLimit(at index: Int, in range: Range<Int>) -> (PortRange?, Int)? {
        let port = Int(lexer.tokens[index].low)
        guard lexer.tokens[index].low == lexer.tokens[index].high else { return nil }
        if index > range.lowerBound {
            let before = lexer.tokens[index - 1]
            if before.kind == .greater {
                return (PortRange(before.range.count > 1 ? port : port + 1, 65535), index + 1)
            }
            let isThan = index - 1 > range.lowerBound && lexer.tokens[index - 2].means(.above)
            if before.means(.above), isThan || !before.means(.over) || takesBareNumbers {
                return (PortRange(port + 1, 65535), index + 1)
            }
        }
        guard index + 2 < range.upperBound else { return nil }
        let joint = lexer.tokens[index + 1]
        if joint.means([.or, .and]) || joint.kind == .ampersand, lexer.tokens[index + 2].means(.above) {
            return (PortRange(port, 65535), index + 3)
        }
        return nil
    }

    private func rangeEnd(at index: Int, in range: Range<Int>) -> (UInt16, Int)? {
        let low = lexer.tokens[index]
        guard low.low == low.high, index + 1 < range.upperBound else { return nil }
        let next = lexer.tokens[index + 1]
        // "49152- 65535"
        if next.kind == .number, next.low == next.high, low.low < next.low, next.gap == .space,
            lexer.bytes[Int(low.end)] == UInt8(ascii: "-")
        {
            return (next.high, index + 2)
        }
        guard index + 2 < range.upperBound else { return nil }
        let joint = lexer.tokens[index + 1]
        let high = lexer.tokens[index + 2]
        guard high.kind == .number, high.low == high.high, low.low < high.low else { return nil }
        switch joint.kind {
        case .dash: return (high.high, index + 3)
        case .colon: return joint.gap == .none && high.gap == .none && low.low > 1023 ? (high.high, index + 3) : nil
        case .word: return joint.means(.to) || joint.means(.over) ? (high.high, index + 3) : nil
        default: return nil
        }
    }

    /// In a sentence a number is a port only beside the word for ports or a protocol.
    private func isPortInProse(at index: Int, in range: Range<Int>) -> Bool {
        var before = index - 1
        while before >= range.lowerBound {
            let token = lexer.tokens[before]
            if token.means(.portNoun) || token.protocolIndex >= 0 { return true }
            let isJoint =
                [.number, .comma, .slash, .open, .colon, .dash, .ampersand, .greater, .pipe].contains(token.kind)
                || token.means([.and, .or, .to, .default, .above, .range])
            guard isJoint, index - before < 24 else { break }
            before -= 1
        }
        var after = index + 1
        while after < range.upperBound, after - index < 3 {
            let token = lexer.tokens[after]
            if token.protocolIndex >= 0 {
                return lexer.tokens[after - 1].kind == .slash || lexer.tokens[after - 1].kind == .open
                    || ProtocolVocabulary.entries[Int(token.protocolIndex)].application == nil
            }
            guard token.kind == .slash || token.kind == .open else { return false }
            after += 1
        }
        return false
    }
}
