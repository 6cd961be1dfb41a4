import ArgumentParser
import BuiltInTransformers
import Foundation
import Pipeline
import RequirementModel
import TransformerKit

/// Where the configuration is.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration (default: requisite.yml).", valueName: "file"), completion: .file())
    var config: String?

    /// The configuration, which must be there.
    func required() throws -> Configuration {
        try Configuration.read(config ?? Configuration.defaultFile, registry: BuiltInTransformers.registry)
    }

    /// The configuration if one is named or lies in the working directory.
    func ifPresent() throws -> Configuration? {
        let isPresent = config != nil || FileManager.default.fileExists(atPath: Configuration.defaultFile)
        return isPresent ? try required() : nil
    }
}

/// How documents are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read every document as this format, whatever it looks like.", valueName: "format"))
    var inputFormat: DocumentFormat?

    @OptionGroup var work: WorkOptions
}

/// How much is done at once.
struct WorkOptions: ParsableArguments {
    @Option(
        name: .customLong("jobs"),
        help: ArgumentHelp(
            "How many documents, or transformers, to work on at once (default: one for each core).", valueName: "n"))
    private var wanted: Int?

    /// How many documents, or transformers, to work on at once.
    var jobs: Int { wanted ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        if let wanted, wanted < 1 { throw ValidationError("'--jobs' must be 1 or more") }
    }
}
