public import ArgumentParser
public import Pipeline
public import RequirementModel

// Values of the pipeline that stand on the command line by their raw values.

extension RecordsFormat: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
