/// All that the vocabularies know about one word, so that each word of a text is looked up once.
struct WordMeaning {
    /// What it can mean in running text.
    var senses: WordSenses = []
    /// The protocol that it names, an index into ``ProtocolVocabulary``; -1 for none.
    var protocolIndex: Int8 = -1
    /// Whether it names a service tag, where it is written with a capital.
    var tag = Tag.none

    /// How sure a word is to mean a service tag.
    enum Tag: UInt8 {
        case none
        /// It is nothing but a tag's name.
        case name
        /// It is a word of plain language too.
        case plainWord
    }

    /// Meanings by word, in lower case. A protocol's name is no tag's.
    static let table: WordTable<WordMeaning> = {
        var meanings: [String: WordMeaning] = [:]
        for (word, tag) in ServiceTagVocabulary.words { meanings[word, default: .init()].tag = tag }
        for (word, senses) in Lexicon.senses { meanings[word, default: .init()].senses = senses }
        for (word, index) in ProtocolVocabulary.indices {
            meanings[word, default: .init()].protocolIndex = index
            meanings[word]?.tag = .none
        }
        return WordTable(meanings.sorted { $0.key < $1.key }.map { (word: $0.key, value: $0.value) })
    }()
}
