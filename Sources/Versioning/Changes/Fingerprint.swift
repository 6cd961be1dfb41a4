internal import RequirementModel

/// The fingerprint of a change: over what it does, not how it reads, so that one acceptance holds for the same change after
/// a rebase or a rewording.
enum Fingerprint {
    /// 16 hexadecimal digits of SHA-256 over the kind of change, the document, and the structure before and after.
    /// - Parameters:
    ///   - isRereading: Whether the document is the same, read another way.
    ///   - ordinal: From 1; counts changes of one structure, in the order of their places.
    static func of(_ rule: ChangeRule, _ difference: RecordDifference, isRereading: Bool, ordinal: Int) -> String {
        var digest = StructuralDigest()
        if isRereading { digest.add("reread") }
        digest.add(rule.rawValue)
        digest.add(difference.record?.document)
        var room = StructureRoom()
        for side in [difference.before, difference.after] {
            digest.add(side == nil ? "absent" : "present")
            if let side { digest.add(side.content, in: &room) }
            digest.add(side?.network?.necessity.rawValue)
        }
        digest.add(String(ordinal))
        return digest.hexadecimal(digits: 16)
    }
}
