/// Azure's service tags, by the names of "Virtual network service tags" on Microsoft Learn, and what documents call them.
final class ServiceTagVocabulary: Sendable {
    private let tags: WordTable<Entry>
    private let spokenNames: WordTable<String>
    private let ruleNames: WordTable<String>

    /// A tag and how sure its bare word is to mean it.
    struct Entry: Sendable {
        /// Azure's own name.
        var name: String
        /// Whether the name is a word of plain language too (`Storage`), so that its place must say that it is a tag.
        var isPlainWord: Bool
    }

    /// The built-in tags with `aliases` (what a document calls a tag → Azure's own name) beside them.
    init(aliases: [String: String] = [:]) {
        let entries = Self.names.map { (word: $0.lowercased(), value: Entry(name: $0, isPlainWord: false)) }
        let plain = Self.plainWords.map { (word: $0.lowercased(), value: Entry(name: $0, isPlainWord: true)) }
        tags = WordTable(entries + plain)
        let own = aliases.sorted { $0.key < $1.key }.map { (word: Self.key($0.key), value: $0.value) }
        spokenNames = WordTable(Self.spoken.map { (word: Self.key($0.0), value: $0.1) } + own)
        ruleNames = WordTable(Self.spokenInRules.map { (word: Self.key($0.0), value: $0.1) })
    }

    /// The vocabulary without further aliases.
    static let builtIn = ServiceTagVocabulary()

    /// The tags' names in lower case, each with how sure it is to mean the tag.
    static var words: [(String, WordMeaning.Tag)] {
        names.map { ($0.lowercased(), .name) } + plainWords.map { ($0.lowercased(), .plainWord) }
    }

    /// The tag whose name stands in `range`, up to its region.
    func tag(in text: Span<UInt8>, _ range: Range<Int>) -> Entry? { tags.value(of: text, range) }

    /// The tag whose name stands in `range` of `bytes`, up to its region.
    func tag(in bytes: [UInt8], _ range: Range<Int>) -> Entry? { tags.value(of: bytes, range) }

    /// The tag that a spelled-out name means, such as `Azure Key Vault`; white space and hyphens do not count.
    func tag(spokenIn bytes: [UInt8], _ range: Range<Int>) -> String? {
        Self.value(spelled: bytes, range, in: spokenNames)
    }

    /// The same for names that mean a tag only in a security rule: `Virtual Network`.
    func tag(spokenInRule bytes: [UInt8], _ range: Range<Int>) -> String? {
        Self.value(spelled: bytes, range, in: ruleNames)
    }

    private static func value(spelled bytes: [UInt8], _ range: Range<Int>, in names: WordTable<String>) -> String? {
        guard range.count <= 64 else { return nil }
        var hash = WordHash()
        for position in range where !isJoint(bytes[position]) {
            guard ASCII.isWord(bytes[position]) else { return nil }
            hash.add(bytes[position])
        }
        guard names.mayHold(hash) else { return nil }
        let letters = bytes[range].filter { !isJoint($0) }
        return names.value(of: letters, 0..<letters.count)
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == UInt8(ascii: "-") || byte == Folding.filler
    }

    /// The region behind a tag's dot: the word *Region* itself stands for any.
    static func region(_ text: String) -> String {
        text.lowercased() == "region" ? "{region}" : text.hasPrefix("{") ? text.lowercased() : text
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace && $0 != "-" })
    }

    private static let names = [
        "ActionGroup", "ApiManagement", "AppConfiguration", "ApplicationInsightsAvailability", "AppService",
        "AppServiceManagement", "AzureActiveDirectory", "AzureActiveDirectoryDomainServices",
        "AzureAdvancedThreatProtection",
        "AzureAPIForFHIR", "AzureArcInfrastructure", "AzureAttestation", "AzureBackup", "AzureBotService", "AzureCloud",
        "AzureCognitiveSearch", "AzureCommunicationServices", "AzureConnectors", "AzureContainerAppsService",
        "AzureContainerRegistry", "AzureCosmosDB", "AzureDatabricks", "AzureDataExplorerManagement", "AzureDataLake",
        "AzureDevOps", "AzureDevSpaces", "AzureDeviceUpdate", "AzureDigitalTwins", "AzureEventGrid", "AzureFrontDoor",
        "AzureHealthcareAPIs", "AzureInformationProtection", "AzureIoTHub", "AzureKeyVault", "AzureLoadBalancer",
        "AzureLoadTestingInstanceManagement", "AzureMachineLearning", "AzureMachineLearningInference",
        "AzureManagedGrafana", "AzureMonitor", "AzureMonitorForSAP", "AzureOpenDatasets", "AzurePlatformDNS",
        "AzurePlatformIMDS", "AzurePlatformLKM", "AzureResourceManager", "AzureSentinel", "AzureSignalR",
        "AzureSiteRecovery", "AzureSphere", "AzureSpringCloud", "AzureStack", "AzureTrafficManager",
        "AzureUpdateDelivery", "AzureVideoAnalyzerForMedia", "AzureWebPubSub", "BatchNodeManagement", "ChaosStudio",
        "CognitiveServicesFrontend", "CognitiveServicesManagement", "DataFactory", "DataFactoryManagement",
        "Dynamics365BusinessCentral", "Dynamics365ForMarketingEmail", "ElasticAFD", "EOPExternalPublishedIPs",
        "EventHub",
        "GatewayManager", "GenevaActions", "GuestAndHybridManagement", "HDInsight", "LogicApps", "LogicAppsManagement",
        "M365ManagementActivityApi", "M365ManagementActivityApiWebhook", "MicrosoftAzureFluidRelay",
        "MicrosoftCloudAppSecurity", "MicrosoftContainerRegistry", "MicrosoftDefenderForEndpoint",
        "MicrosoftPurviewPolicyDistribution", "OneDsCollector", "PowerBI", "PowerPlatformInfra", "PowerPlatformPlex",
        "PowerQueryOnline", "SCCservice", "SecurityCopilot", "SerialConsole", "ServiceBus", "ServiceFabric",
        "SqlManagement", "StorageMover", "StorageSyncService", "VideoIndexer", "VirtualNetwork", "WindowsAdminCenter",
        "WindowsVirtualDesktop",
    ]

    private static let plainWords = ["Internet", "Marketplace", "Scuba", "Sql", "Storage"]

    /// Names of products and services, each with the tag that stands for its addresses.
    private static let spoken: [(String, String)] =
        names.filter { $0 != "VirtualNetwork" }.map { ($0, $0) } + [
            ("Azure Storage", "Storage"), ("Azure Blob Storage", "Storage"), ("Key Vault", "AzureKeyVault"),
            ("Azure AD", "AzureActiveDirectory"), ("Azure Active Directory", "AzureActiveDirectory"),
            ("Microsoft Entra ID", "AzureActiveDirectory"),
            ("Entra ID", "AzureActiveDirectory"), ("Azure Event Hub", "EventHub"), ("Azure Event Hubs", "EventHub"),
            ("Event Hubs", "EventHub"), ("Azure Service Bus", "ServiceBus"), ("Azure SQL", "Sql"),
            ("Azure SQL Database", "Sql"), ("Azure Cosmos DB", "AzureCosmosDB"),
            ("Azure API Management", "ApiManagement"),
            ("Azure App Service", "AppService"), ("Azure App Configuration", "AppConfiguration"),
            ("Azure Data Factory", "DataFactory"), ("Azure Logic Apps", "LogicApps"),
            ("Azure Service Fabric", "ServiceFabric"), ("Azure IoT Hub", "AzureIoTHub"), ("IoT Hub", "AzureIoTHub"),
            ("Azure Front Door", "AzureFrontDoor.Frontend"), ("Azure Virtual Desktop", "WindowsVirtualDesktop"),
            ("Windows Virtual Desktop", "WindowsVirtualDesktop"), ("Windows Admin Center", "WindowsAdminCenter"),
            ("Microsoft Container Registry", "MicrosoftContainerRegistry"),
            ("Azure HDInsight", "HDInsight"), ("Azure Batch", "BatchNodeManagement"), ("Azure Sphere", "AzureSphere"),
            ("Azure Cloud", "AzureCloud"), ("AzureFrontDoorFirstParty", "AzureFrontDoor.FirstParty"),
            ("AzureFrontDoorFrontend", "AzureFrontDoor.Frontend"), ("AzureFrontDoorBackend", "AzureFrontDoor.Backend"),
            ("Azure Power BI", "PowerBI"), ("Power BI", "PowerBI"),
        ]

    private static let spokenInRules: [(String, String)] = [
        ("Virtual Network", "VirtualNetwork"), ("VNet", "VirtualNetwork"), ("Load Balancer", "AzureLoadBalancer"),
        ("Internet", "Internet"),
    ]
}
