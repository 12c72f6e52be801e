// Any bytes as the text of a dream. Promises: the analysis ends, every position lies in the text,
// every number points at something, and the parts of a sentence belong to it.
#include "input.h"
#include "text/document.h"

using fuzz::check;

namespace {

void checkRange(const text::Document &document, std::uint64_t start, std::uint64_t length)
{
    check(start + length <= document.text().size(), "a range lies in the text");
}

void checkRun(std::uint64_t first, std::uint64_t count, std::size_t size)
{
    check(first + count <= size, "a run of parts exists");
}

void checkWords(const text::Document &document)
{
    std::uint32_t end = 0, words = 0;
    for (const text::Token &token : document.tokens()) {
        checkRange(document, token.start, token.length);
        check(token.start >= end, "words stand in order");
        check(token.length > 0, "no word is empty");
        check(token.form < document.forms().size(), "a word has a form");
        check(token.stem < document.stems().size(), "a word has a stem");
        check(document.forms()[token.form].stem == token.stem, "form and word share the stem");
        end = token.end();
        words += token.isWord() ? 1 : 0;
    }
    check(words == document.wordCount(), "the words are counted");
    for (std::uint32_t form = 0; form < document.forms().size(); ++form)
        check(!document.formText(form).empty(), "a form has letters");
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem)
        check(!document.stemText(stem).empty(), "a stem has letters");
}

void checkParts(const text::Document &document)
{
    const std::size_t tokens = document.tokens().size();
    for (const text::Sentence &sentence : document.sentences()) {
        checkRange(document, sentence.start, sentence.length);
        checkRun(sentence.firstToken, sentence.tokenCount, tokens);
        check(sentence.block < document.blocks().size(), "a sentence stands in a block");
        document.plain(sentence);
    }
    for (const text::Block &block : document.blocks()) {
        checkRange(document, block.start, block.length);
        checkRun(block.firstToken, block.tokenCount, tokens);
        checkRun(block.firstSentence, block.sentenceCount, document.sentences().size());
    }
    for (const text::Link &link : document.links()) {
        checkRange(document, link.text.start, link.text.length);
        checkRange(document, link.url.start, link.url.length);
    }
    for (const text::Field &field : document.fields()) {
        checkRange(document, field.name.start, field.name.length);
        checkRange(document, field.value.start, field.value.length);
        check(field.block < document.blocks().size(), "a field stands in a block");
    }
    for (const text::Cell &cell : document.cells())
        checkRange(document, cell.content.start, cell.content.length);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto document = text::analyse(bytes);
    check(document != nullptr, "without a stop there is a document");
    check(document->languageConfidence() >= 0 && document->languageConfidence() <= 10000,
          "confidence is 0 to 10000");
    checkWords(*document);
    checkParts(*document);
    return 0;
}
