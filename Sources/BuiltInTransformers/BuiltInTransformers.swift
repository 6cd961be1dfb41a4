// The one list of the transformers that come with Requisite: one line for each folder `Plugins/*Transformer`.

internal import AzureFirewallTransformer
internal import CatalogCSVTransformer
internal import CatalogJSONTransformer
internal import CatalogMarkdownTransformer
internal import ChangelogAtomTransformer
internal import ChangelogHTMLTransformer
internal import ChangelogJSONTransformer
internal import ChangelogMarkdownTransformer
public import TransformerKit

/// The transformers that come with Requisite.
public let registry = TransformerRegistry([
    AzureFirewall.self,
    CatalogCSV.self,
    CatalogJSON.self,
    CatalogMarkdown.self,
    ChangelogAtom.self,
    ChangelogHTML.self,
    ChangelogJSON.self,
    ChangelogMarkdown.self,
])
