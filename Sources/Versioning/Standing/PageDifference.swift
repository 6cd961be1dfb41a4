internal import RequirementModel

/// A page before and now, without the records at its beginning and its end that state the same: those are matched already, and
/// most edits touch only a few lines.
struct PageDifference {
    private let before: [Requirement]
    private let now: [Requirement]
    private var start = 0
    private var endBefore: Int
    private var endNow: Int

    /// Both sides in the order of their records.
    init(from before: [Requirement], to now: [Requirement]) {
        (self.before, self.now) = (before, now)
        (endBefore, endNow) = (before.count, now.count)
        while start < min(endBefore, endNow), agree(start, start) { start += 1 }
        while endBefore > start, endNow > start, agree(endBefore - 1, endNow - 1) {
            endBefore -= 1
            endNow -= 1
        }
        // Of rows that stand there several times it counts which of them is gone.
        if hasRepetition { (start, endBefore, endNow) = (0, before.count, now.count) }
    }

    /// The records that are to be matched.
    var old: ArraySlice<Requirement> { before[start..<endBefore] }
    var new: ArraySlice<Requirement> { now[start..<endNow] }

    /// The page as it is now, with the ids of all records.
    /// - Parameter matched: The records of ``new`` with theirs.
    func identified(by matched: some Collection<Requirement>) -> [Requirement] {
        var records = before
        records.replaceSubrange(start..<endBefore, with: matched)
        for index in now.indices where records[index].location != now[index].location {
            records[index].location = now[index].location
        }
        return records
    }

    /// The records that are matched already and stand elsewhere now, with their ids.
    var relocated: [Requirement] {
        var relocated: [Requirement] = []
        for index in now.indices where index < start || index >= endNow {
            let old = index < start ? index : index - endNow + endBefore
            guard before[old].location != now[index].location else { continue }
            relocated.append(before[old])
            relocated[relocated.endIndex - 1].location = now[index].location
        }
        return relocated
    }

    /// Whether a record that is to be matched is stated by one of the others, too.
    private var hasRepetition: Bool {
        before.indices.contains { other in
            guard other < start || other >= endBefore else { return false }
            return (start..<endBefore).contains { before[$0].content == before[other].content }
                || (start..<endNow).contains { now[$0].content == before[other].content }
        }
    }

    private func agree(_ old: Int, _ new: Int) -> Bool {
        before[old].content == now[new].content && before[old].section == now[new].section
    }
}
