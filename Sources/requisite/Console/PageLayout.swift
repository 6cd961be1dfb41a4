import Foundation
import Pipeline

extension Console {
    /// How a page for a person looks on standard output.
    var pageLayout: PageLayout {
        guard isOutputColoured else { return PageLayout(width: outputWidth) }
        return PageLayout(width: outputWidth) { text, emphasis in emphasis.style.paint(text) }
    }

    /// Characters on a line of the terminal, within what reads well; 100 where there is none.
    private var outputWidth: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return 100 }
        return size.ws_col == 0 ? 100 : min(Int(size.ws_col), 120)
    }
}

extension PageLayout.Emphasis {
    fileprivate var style: Style {
        switch self {
        case .title: .bold
        case .used: .green
        case .unsettled: .yellow
        case .remark: .dim
        }
    }
}
