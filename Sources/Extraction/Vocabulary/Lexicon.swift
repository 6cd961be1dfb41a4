/// The words of running text that bear on requirements, each with what it can mean.
///
/// Gathered from the network pages of Microsoft Learn, Kubernetes, Rancher, OpenShift, AWS, Veeam, GitHub and others.
enum Lexicon {
    /// Senses by word, in lower case.
    static let senses: [String: WordSenses] = {
        var senses: [String: WordSenses] = [:]
        for (sense, words) in wordsBySense {
            for word in words.split(separator: " ") { senses[String(word), default: []].insert(sense) }
        }
        return senses
    }()

    private static let wordsBySense: [(WordSenses, String)] = [
        (.outbound, "outbound egress outgoing out-bound ausgehend ausgehende ausgehenden ausgehender"),
        (.inbound, "inbound ingress incoming in-bound eingehend eingehende eingehenden eingehender"),
        (.bothWays, "bidirectional bidirectionally bi-directional bi-directionally two-way"),
        (.or, "or"),
        (.and, "and as-well-as plus"),
        (
            .not,
            """
            not no don't doesn't isn't aren't never without cannot can't won't needn't shouldn't mustn't wasn't didn't nor \
            neither
            """
        ),
        (.conditional, "if when whenever unless depending provided assuming"),
        (.except, "except unless excluding"),
        (.only, "only solely exclusively"),
        (.optional, "optional optionally"),
        (.recommended, "recommended recommend recommends recommendation suggested advised"),
        (
            .required,
            "required requires require requirement requirements need needs needed must necessary mandatory essential müssen"
        ),
        (
            .allow,
            """
            allow allows allowed allowing allowlist allowlisted allow-list allow-listed whitelist whitelisted safelist \
            permit permits permitted unblock unblocked open opened opening add enable accept whitelisting allowlisting \
            freigeschaltet freigegeben freischalten freigeben
            """
        ),
        (.deny, "deny denied denies block blocked blocks drop reject rejected prohibit"),
        (
            .reach,
            """
            access accessed accessible accessing reach reaches reachable reached reachability connect connects connected \
            connecting connection connections connectivity contact contacts contactable resolve download communicate
            """
        ),
        (
            .endpointNoun,
            """
            endpoint endpoints url urls uri uris fqdn fqdns hosts hostnames domains address addresses ips sites websites tag \
            tags port ports destination destinations ranges prefix prefixes subnets cidr cidrs rules
            """
        ),
        (.portNoun, "port ports"),
        (.protocolNoun, "protocol protocols type code"),
        (
            .trafficNoun,
            "traffic connections connection requests request communication communications calls entries flows"
        ),
        (.following, "following below follows underneath next folgende folgenden"),
        (.deictic, "these this those listed here above such"),
        (.universal, "all every each any both entire"),
        (.over, "over via on using through uses use by"),
        (.to, "to towards toward into"),
        (.from, "from"),
        (.example, "example examples e.g sample eg"),
        (.internal, "internal internally intra-cluster node-to-node inter-node"),
        (.might, "may might could can possibly sometimes occasionally"),
        (.none, "none n/a na nil not-applicable nothing"),
        (.any, "any all anywhere everywhere everything"),
        (.yes, "yes y true x required mandatory"),
        (.no, "no n false never"),
        (
            .control,
            "restrict restricts restricted restricting limit limits limiting control controls filter filters manage lock"
        ),
        (.azure, "azure azure's"),
        (.cloud, "cloud clouds environment"),
        (.global, "global public commercial worldwide"),
        (.government, "government gov fairfax usgov usgovernment"),
        (.unitedStates, "us u.s u.s. usa"),
        (.china, "china chinese"),
        (.vianet, "21vianet mooncake"),
        (.operated, "operated"),
        (.purpose, "for"),
        (.default, "default defaults typically usually normally commonly"),
        (.above, "above over greater higher than more"),
        (
            .varies,
            "dynamic varies vary various variable dependent random ephemeral tbd unspecified depends configurable"
        ),
        (.tagLabel, "servicetag servicetags service-tag"),
        (.firewall, "firewall firewalls proxy proxies nsg allowlist rule rules whitelist"),
        (.listing, "list lists table tables listing"),
        (.within, "in"),
        (.same, "same ditto idem"),
        (.remark, "note notes legend total totals footnote footnotes remarks key"),
        (.internet, "internet"),
        (.see, "see refer learn visit read review"),
        (
            .communicate,
            """
            communicates communicate initiates initiate sends send makes make performs perform connects connect uses use goes \
            go interacts interact
            """
        ),
        (.either, "either"),
        (.network, "network networking firewall egress"),
        (.article, "the a an your our its their"),
        (
            .otherNoun,
            """
            annotation annotations label labels parameter parameters variable variables field fields key keys property \
            properties setting settings option options flag flags argument arguments metric metrics permission permissions \
            role roles file files image images package packages command commands value values placeholder placeholders \
            definition definitions step steps limitation limitations prerequisite prerequisites example examples output query \
            queries error errors log logs repository repositories module modules policy policies registry registries
            """
        ),
        (.range, "range ranges number numbers"),
        (.be, "is are be been was were must"),
    ]
}
