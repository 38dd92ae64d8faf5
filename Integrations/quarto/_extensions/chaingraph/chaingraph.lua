-- Draws the fenced chaingraph blocks of a document, by the filter that Pandoc itself would call.
--
-- Quarto looks for filters beside the document and not on the path, but for those of extensions.
function Pandoc(document)
  return pandoc.utils.run_json_filter(document, "chaingraph-pandoc", {FORMAT})
end
