// The ledger read back from the journal: checked by keeping the books a second time, written for the
// programs people keep books with, and taken in again. Owns nothing. Hidden tokens are checked like all
// others and written only for their holder. Thread contract: on the thread the store belongs to.
#pragma once

#include "economy/tokens.h"
#include "loop/archive.h"

#include <map>
#include <string>
#include <vector>

namespace hands {

struct BookLine {
    std::uint64_t fact = 0;
    kernel::Time at;
    tokens::Entry entry;
};

struct Books {
    std::vector<tokens::Account> accounts;  // as opened, in the order of their opening
    std::vector<BookLine> lines;
};

// Words in `error` when the journal cannot be read. Hidden tokens only of `holder`; empty: none.
Books readBooks(loop::JournalView view, store::Store &store, const std::string &holder,
                std::string &error);

struct BooksVerdict {
    std::uint64_t accounts = 0, transfers = 0, holdsMade = 0, holdsOpen = 0, reversals = 0;
    std::vector<std::string> checks;    // what was looked at, with how many
    std::vector<std::string> findings;  // empty: the books balance
    bool isGood() const { return findings.empty(); }
};
// What the organism has at one moment, to hold the journal against. Quick; on the engine thread.
struct Balances {
    struct Line {
        kernel::Int128 balance = 0, held = 0, expected = 0;
    };
    std::map<std::uint64_t, Line> accounts;
    std::uint64_t holds = 0, fact = 0;  // open holds; the newest fact they stand on
};
Balances balancesOf(const loop::Core &core);
// Reads every page up to then and keeps the books anew, then compares. Looks for tokens that do not sum
// to zero, balances below nothing and issues above their cap at any moment, ids used twice, entries of
// accounts or holds that are not there, reversals of nothing.
BooksVerdict verifyBooks(const Balances &now, store::Store &store, std::string &error);

enum class BooksFormat { Hledger, Beancount, Csv };
std::optional<BooksFormat> booksFormat(std::string_view name);
// Every line with its time; accounts named by owner and purpose, and at the end what each must hold, so
// that the program that reads it can tell whether it understood. Holds move nothing: hledger and beancount
// get them as comments.
std::string booksText(const Books &books, BooksFormat format);

struct BookRow {
    std::uint64_t line = 0;  // of the file, from 1
    std::string debitOwner, debitPurpose, creditOwner, creditPurpose;
    tokens::Token token = tokens::Token::Dream;
    tokens::Transfer transfer;  // without its accounts
    kernel::Time until;
};
// Rows of a CSV that booksText wrote; words in `error`, with the line, when it is none.
std::vector<BookRow> booksFromCsv(std::string_view csv, std::string &error);

}  // namespace hands
