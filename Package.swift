// swift-tools-version: 6.2
import PackageDescription

/// One folder in `Plugins` each; `BuiltInTransformers` registers them by name.
let transformers = [
    "AzureFirewallTransformer",
    "CatalogCSVTransformer",
    "CatalogJSONTransformer",
    "CatalogMarkdownTransformer",
    "ChangelogAtomTransformer",
    "ChangelogHTMLTransformer",
    "ChangelogJSONTransformer",
    "ChangelogMarkdownTransformer",
]

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
/// All but the two readers prove that they hold no C pointer.
let pointerFree = strict + [.strictMemorySafety()]

let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let orderedCollections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "requisite",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "requisite", targets: ["requisite"]),
        .library(name: "TransformerKit", targets: ["TransformerKit", "RequirementModel"]),
        .plugin(name: "RequisiteCommand", targets: ["RequisiteCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        .target(name: "CThreadArena"),

        .target(name: "RequirementModel", dependencies: [algorithms], swiftSettings: pointerFree),
        .target(
            name: "MarkdownReading", dependencies: ["CCmark", "CThreadArena", "RequirementModel", algorithms, yams],
            swiftSettings: strict),
        .target(name: "HTMLReading", dependencies: ["CLibXML2", "RequirementModel"], swiftSettings: strict),
        .target(name: "Extraction", dependencies: ["RequirementModel", algorithms], swiftSettings: pointerFree),
        .target(name: "GitHistory", dependencies: [subprocess, system], swiftSettings: pointerFree),
        .target(
            name: "Fetching", dependencies: ["GitHistory", "HTMLReading", "RequirementModel", crypto, subprocess],
            swiftSettings: pointerFree),
        .target(
            name: "Versioning", dependencies: ["RequirementModel", algorithms, crypto, orderedCollections],
            swiftSettings: pointerFree),
        .target(
            name: "TransformerKit", dependencies: ["RequirementModel", algorithms, orderedCollections],
            swiftSettings: pointerFree),
        .target(
            name: "Pipeline",
            dependencies: [
                "Extraction", "Fetching", "GitHistory", "HTMLReading", "MarkdownReading", "RequirementModel",
                "TransformerKit", "Versioning",
                algorithms, crypto, orderedCollections, yams,
            ],
            swiftSettings: pointerFree),
        .target(
            name: "BuiltInTransformers",
            dependencies: ["TransformerKit"] + transformers.map { .init(stringLiteral: $0) },
            swiftSettings: pointerFree),
        .executableTarget(
            name: "requisite",
            dependencies: [
                "BuiltInTransformers", "Fetching", "Pipeline", "RequirementModel", "TransformerKit", argumentParser,
            ],
            swiftSettings: pointerFree),

        .plugin(
            name: "RequisiteCommand",
            capability: .command(
                intent: .custom(
                    verb: "requisite", description: "Turn requirement documents into records, changelogs and rules."),
                permissions: [
                    .writeToPackageDirectory(reason: "It writes versions and artifacts to the output folder.")
                ]),
            dependencies: ["requisite"]),

        .target(
            name: "TestSupport", dependencies: ["RequirementModel", "TransformerKit"], path: "Tests/TestSupport",
            swiftSettings: strict),
        test("RequirementModel"),
        test("MarkdownReading", "HTMLReading", "RequirementModel"),
        test("HTMLReading", "RequirementModel"),
        test("Extraction", "HTMLReading", "MarkdownReading", "RequirementModel", exclude: ["Fixtures"]),
        test("GitHistory"),
        test("Fetching", "GitHistory", "RequirementModel"),
        test("Versioning", "RequirementModel"),
        test("TransformerKit", "BuiltInTransformers", "RequirementModel", exclude: ["Fixtures", "Reports"]),
        test("Pipeline", "BuiltInTransformers", "Fetching", "RequirementModel", "TransformerKit", "Versioning"),
        test("requisite", "RequirementModel", "Versioning"),
    ]
        + transformers.map { name in
            .target(
                name: name, dependencies: ["RequirementModel", "TransformerKit", algorithms, orderedCollections],
                path: "Plugins/\(name)", swiftSettings: pointerFree)
        }
)

// Fuzzing needs all targets built with the sanitizer, in a scratch path of its own: `make fuzz` asks for it. It stands here, and
// not in a package beside this one, as only so it reaches the inner rooms without making them products.
if Context.environment["REQUISITE_FUZZER"] != nil {
    package.targets += [
        .target(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
        .executableTarget(
            name: "Fuzzer",
            dependencies: ["CLibFuzzer", "Extraction", "HTMLReading", "MarkdownReading", "RequirementModel"],
            path: "Tests/Fuzzing/Fuzzer", swiftSettings: strict),
    ]
}

/// The tests of one target, in the folder of its name.
func test(_ target: String, _ others: String..., exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(target)Tests",
        dependencies: [.init(stringLiteral: target), "TestSupport"]
            + others.map { .init(stringLiteral: $0) },
        exclude: exclude,
        swiftSettings: strict)
}
