import CLibFuzzer
import Glibc
import Extraction
import HTMLReading
import MarkdownReading
import RequirementModel

/// Feeds what libFuzzer makes up to a reader and to extraction, and stops where a promise is broken.
///
/// One program for all: the first argument names what is fuzzed, the others are libFuzzer's.
@main
struct Fuzzer {
    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1, let run = runs[arguments.remove(at: 1)] else {
            print("usage: fuzzer \(runs.keys.sorted().joined(separator: "|")) [libFuzzer options] [corpus folders]")
            return
        }
        let copies = arguments.map { strdup($0) }
        let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count + 1)
        array.initialize(from: copies + [nil], count: copies.count + 1)
        var (count, start): (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) = (Int32(copies.count), array)
        exit(LLVMFuzzerRunDriver(&count, &start, run))
    }

    private typealias Run = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

    private static let runs: [String: Run] = [
        "markdown": { data, count in
            check(MarkdownReader(htmlReader: HTMLReader()).read(valid(data, count), path: "fuzz.md"))
            return 0
        },
        "html": { data, count in
            check(HTMLReader().read(Array(UnsafeBufferPointer(start: data, count: count)), path: "fuzz.html"))
            return 0
        },
        "text": { data, count in
            check(PlainTextReader().read(valid(data, count), path: "fuzz.txt"))
            return 0
        },
        "cells": { data, count in
            check(Reading(document: Cells(valid(data, count)).document))
            return 0
        },
    ]

    /// What decoding a file gives: UTF-8 without NUL, with `\n` at the ends of lines.
    private static func valid(_ data: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self).utf8).filter {
            $0 != 0 && $0 != 0x0D
        }
    }

    private static func check(_ reading: Reading) {
        reading.document.holdToPromises()
        let brief = Extractor().extract(reading.document)
        let full = Extractor(options: .init(keepsFullBooks: true)).extract(reading.document)
        precondition(brief.records == full.records, "full books change the records")
        full.holdToPromises()
    }
}
