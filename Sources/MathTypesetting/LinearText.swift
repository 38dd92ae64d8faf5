func linearText(_ formula: Formula) -> String { "" }
