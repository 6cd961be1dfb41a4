/// Values by a key, keys in the order of their first value.
struct OrderedGroups<Key: Hashable, Value> {
    private(set) var entries: [(key: Key, values: [Value])] = []
    private var places: [Key: Int] = [:]

    subscript(key: Key) -> [Value]? { places[key].map { entries[$0].values } }

    mutating func append(_ value: Value, to key: Key) {
        if let place = places[key] {
            entries[place].values.append(value)
        } else {
            places[key] = entries.count
            entries.append((key, [value]))
        }
    }
}
