/// Pieces of JSON that schemas take from the model, so that neither knows a word that the other does not.
package enum SchemaText {
    /// An array of all names of a vocabulary.
    package static func names<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type) -> String {
        array(Value.allCases.map(\.rawValue))
    }

    /// An array of plain words, which need no escapes.
    package static func array(_ words: [String]) -> String {
        "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
}
