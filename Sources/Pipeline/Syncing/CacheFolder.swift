internal import Foundation

/// Where mirrors of repositories are kept: in the user's own cache, and not below the repository of requirements.
///
/// Nothing there can be committed by mistake, nor make a search through the repository slower, and services that run on a schedule
/// know how to keep such a folder. It holds nothing that a fetch would not bring again.
public enum CacheFolder {
    /// `REQUISITE_CACHE`, else `requisite` in `XDG_CACHE_HOME`, else in the system's folder for caches.
    public static func path(environment: [String: String]) -> String {
        if let folder = environment["REQUISITE_CACHE"], !folder.isEmpty { return DiskPath(folder).description }
        // The specification of base directories: what is not absolute counts for nothing.
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return "\(folder)/requisite" }
        let folder =
            FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
            ?? FileManager.default.temporaryDirectory
        return folder.appending(path: "requisite").path(percentEncoded: false)
    }
}
