import RequirementModel
import TestSupport
import Testing

@Suite struct ComponentDirectivesTests {
    @Test func `components are notes, tabs, or nothing but their content`() {
        let page = """
            import Tabs from '@theme/Tabs';
            import Ports, {x} from "./ports";
            export const meta = {
              a: 1,
            };

            <Note>One *line*</Note>
            <Callout type="warning" title="Careful">
                Indented

                | a |
                |---|
            </Callout>
            <Tabs>
              <TabItem value="a" label="China">
                text
              </TabItem>
            </Tabs>
            <Steps>
            1. step
            </Steps>
            <Icon
              name="x"
            />
            <Region>.example.com
            <Your name here>
            """
        #expect(
            read(page).document.dump == """
                note(note) @7:1
                  p @7:7 One *line*
                note(warning) @8:1
                  p @8:1 Careful
                  p @9:5 Indented
                  table @11:5
                    header @11:5 | #a |
                h1 @15:3 [China](#tab/china)
                p @16:5 text
                divider @17:3
                ol
                - @20:1
                  p @20:4 step
                p @25:1 <Region>.example.com ‹26:1›<Your name here>
                """)
    }

    @Test func `a tab without a label shows its value`() {
        let tabs = read("<TabItem value=\"Linux\">\n\ntext\n\n</TabItem>\n")
        #expect(tabs.document.dump.hasPrefix("h1 @1:1 [Linux](#tab/linux)\n"))
    }

    @Test func `what is commented out or raw text is no component`() {
        let page = """
            <!--
            <Note>gone</Note>
            :::note
            -->
            <pre>

            :::note
            </pre>
            """
        #expect(
            read(page).document.dump == """
                code @6:1
                  ¦
                  ¦:::note
                  ¦
                """)
    }
}
