// quote-swap: what a constant-product pool (x * y = k) gives for an amount, and what it is then.
// The arithmetic is Uniswap v2's to the last unit (Adams, Zinsmeister, Robinson 2020; getAmountOut,
// getAmountIn, mint and burn of v2-core and v2-periphery), so every rounding is against the trader;
// impermanent loss is 2 sqrt(r) / (1 + r) - 1 for a price that became r times as high (Pintail
// 2019). `pool` = {"reserveIn", "reserveOut", "supply"?} in smallest units, `trade` = {"kind": "in"
// (amount paid), "out" (amount wanted), "mint" (amountIn, amountOut put in), "burn" (amount of
// shares) or "hold" (reserveIn, reserveOut at the time one came in)}. params.fee (30 of 10000),
// params.tolerance (50 of 10000, how much less one takes). Amounts are digits as text, since they
// pass 64 bits; prices are reserveOut per reserveIn in units of 10^-18, rounded down; impact and
// loss in millionths, rounded up. Thread contract: pure.
#include "capabilities/exact.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr int minimumLiquidity = 1000, whole10000 = 10'000;
const Whole reserveMax = (Whole(1) << 112) - 1;  // uint112 of the pair
const Whole supplyMax = (Whole(1) << 128) - 1;
const Whole priceScale("1000000000000000000");

struct Pool {
    Whole in, out, supply;
    Whole kept = 9970;  // of 10000 paid in, what is traded
};

Whole amountOut(const Pool &pool, const Whole &paid)
{
    const Whole traded = paid * pool.kept;
    return traded * pool.out / (pool.in * whole10000 + traded);
}

Whole amountIn(const Pool &pool, const Whole &wanted)
{
    return pool.in * wanted * whole10000 / ((pool.out - wanted) * pool.kept) + 1;
}

std::string priceOf(const Whole &out, const Whole &in)
{
    return in == 0 ? "0" : Whole(out * priceScale / in).str();
}

Result quoted(const Pool &before, const Pool &after, json::object quote)
{
    if (after.in > reserveMax || after.out > reserveMax)
        return Result::refuse("quoteswap.overflow");
    quote["reserveIn"] = after.in.str();
    quote["reserveOut"] = after.out.str();
    quote["supply"] = after.supply.str();
    quote["priceBefore"] = priceOf(before.out, before.in);
    quote["priceAfter"] = priceOf(after.out, after.in);
    quote["priceScale"] = priceScale.str();
    quote["scale"] = micro;
    Result result;
    result.labels["kind"] = std::string(quote["kind"].get_string());
    result.outputs.push_back(jsonArtefact("quote", quote));
    return result;
}

Result swapped(const Pool &pool, std::string_view kind, const Whole &paid, const Whole &got,
               int tolerance)
{
    Pool after = pool;
    after.in += paid;
    after.out -= got;
    // 1 - (got / paid) / (out / in), fee included
    const Whole fair = paid * pool.out;
    const Whole impact = fair == 0 ? Whole(0) : dividedUp((fair - got * pool.in) * micro, fair);
    const Whole least = got * (whole10000 - tolerance) / whole10000;
    const Whole most = dividedUp(paid * (whole10000 + tolerance), whole10000);
    Result result =
        quoted(pool, after,
               json::object{{"amountIn", paid.str()},
                            {"amountOut", got.str()},
                            {"fee", dividedUp(paid * (whole10000 - pool.kept), whole10000).str()},
                            {"impact", clamped(impact)},
                            {"kind", kind},
                            {"limit", kind == "in" ? least.str() : most.str()},
                            {"paidPrice", priceOf(got, paid)}});
    result.figures["impact"] = score(double(clamped(impact)) / double(micro));
    return result;
}

Result minted(const Pool &pool, const Whole &in, const Whole &out)
{
    const bool isFirst = pool.supply == 0;
    if (!isFirst && (pool.in == 0 || pool.out == 0))
        return Result::refuse("quoteswap.notEnough");
    const Whole shares = isFirst ? Whole(sqrt(Whole(in * out)) - minimumLiquidity)
                                 : Whole(std::min(Whole(in * pool.supply / pool.in),
                                                  Whole(out * pool.supply / pool.out)));
    if (shares <= 0)
        return Result::refuse("quoteswap.notEnough");
    Pool after = pool;
    after.in += in;
    after.out += out;
    after.supply += shares + (isFirst ? minimumLiquidity : 0);
    return quoted(pool, after, json::object{{"kind", "mint"}, {"shares", shares.str()}});
}

Result burned(const Pool &pool, const Whole &shares)
{
    if (pool.supply == 0 || shares > pool.supply)
        return Result::refuse("quoteswap.notEnough");
    const Whole in = shares * pool.in / pool.supply, out = shares * pool.out / pool.supply;
    if (in == 0 || out == 0)
        return Result::refuse("quoteswap.notEnough");
    Pool after = pool;
    after.in -= in;
    after.out -= out;
    after.supply -= shares;
    return quoted(pool, after,
                  json::object{{"amountIn", in.str()}, {"amountOut", out.str()}, {"kind", "burn"}});
}

// With r = now / then = p / q the loss is 1 - 2 sqrt(p q) / (p + q).
Result held(const Pool &pool, const Whole &inThen, const Whole &outThen)
{
    const Whole p = pool.out * inThen, q = pool.in * outThen;
    if (p + q == 0)
        return Result::refuse("quoteswap.notEnough");
    const Whole kept = sqrt(Whole(p * q * 4 * micro * micro)) / (p + q);
    Result result =
        quoted(pool, pool, json::object{{"kind", "hold"}, {"loss", clamped(micro - kept)}});
    result.figures["loss"] = score(double(clamped(micro - kept)) / double(micro));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const json::object &given = in.object("pool"), &trade = in.object("trade");
    Pool pool;
    pool.in = whole(in, given, "reserveIn", 0, reserveMax);
    pool.out = whole(in, given, "reserveOut", 0, reserveMax);
    pool.supply = given.contains("supply") ? whole(in, given, "supply", 0, supplyMax) : Whole(0);
    pool.kept = whole10000 - in.integer(run.params, "fee", 0, whole10000 - 1, 30);
    const int tolerance = int(in.integer(run.params, "tolerance", 0, whole10000, 50));
    const std::string kind = in.wordOr(trade, "kind", "in");
    const auto amount = [&](const char *name) { return whole(in, trade, name, 1, reserveMax); };
    Whole one, other;
    if (kind == "mint")
        one = amount("amountIn"), other = amount("amountOut");
    else if (kind == "hold")
        one = amount("reserveIn"), other = amount("reserveOut");
    else if (kind == "burn")
        one = whole(in, trade, "amount", 1, supplyMax);
    else if (kind == "in" || kind == "out")
        one = amount("amount");
    else
        in.bad("kind", kind);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    if (kind == "mint")
        return minted(pool, one, other);
    if (kind == "burn")
        return burned(pool, one);
    if (kind == "hold")
        return held(pool, one, other);
    if (pool.in == 0 || pool.out == 0 || (kind == "out" && one >= pool.out))
        return Result::refuse("quoteswap.notEnough");
    return kind == "in" ? swapped(pool, kind, one, amountOut(pool, one), tolerance)
                        : swapped(pool, kind, amountIn(pool, one), one, tolerance);
}

}  // namespace

extern const Capability quoteSwap;
const Capability quoteSwap = {
    .name = "quote-swap",
    .version = "1.0.0",
    .source = "Uniswap v2 (Adams, Zinsmeister, Robinson 2020)",
    .run = run,
};

}  // namespace capabilities
