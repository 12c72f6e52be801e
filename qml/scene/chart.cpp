#include "chart.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int moreDecimals = 2;  // beyond those of the axis, before zeros are dropped

QString trimmed(double value, int decimals)
{
    const QLocale locale;
    // Zeros at the end say nothing: 0.50 is 0.5, 12.00 is 12.
    for (; decimals > 0; --decimals) {
        const double power = std::pow(10.0, decimals - 1);
        if (std::abs(std::round(value * power) - value * power)
            > 1e-6 * std::max(1.0, std::abs(value * power)))
            break;
    }
    return locale.toString(value, 'f', decimals);
}

}  // namespace

Chart::Chart(QQuickItem *parent) : SceneItem(parent)
{
    const auto redraw = [this] {
        m_frame.reset();
        update();
    };
    connect(this, &Chart::dataChanged, this, redraw);
    connect(this, &SceneItem::inkChanged, this, redraw);
    connect(this, &Chart::lookChanged, this, [this] { update(); });
}

void Chart::setSeries(const QVariantList &series)
{
    m_given = series;
    m_series.clear();
    for (const QVariant &one : series) {
        const QVariantMap map = one.toMap();
        Series made;
        made.name = map.value(u"name"_s).toString();
        made.tone = map.value(u"tone"_s).toString();
        made.isBefore = map.value(u"isBefore"_s).toBool();
        made.isFilled = map.value(u"isFilled"_s).toBool();
        for (const QVariant &value : map.value(u"values"_s).toList()) {
            bool isNumber = false;
            const double number = value.toDouble(&isNumber);
            made.values.append(isNumber && std::isfinite(number) ? number : qQNaN());
        }
        m_series.append(made);
    }
    Q_EMIT dataChanged();
}

int Chart::count() const
{
    qsizetype most = 0;
    for (const Series &one : m_series)
        most = std::max(most, one.values.size());
    return int(most);
}

double Chart::valueAt(int row, int point) const
{
    if (row < 0 || row >= m_series.size() || point < 0 || point >= m_series[row].values.size())
        return qQNaN();
    return m_series[row].values[point];
}

double Chart::xShare(int point) const
{
    const int points = count();
    if (m_kind == Bar || m_kind == Heat || m_kind == Strip)
        return (point + 0.5) / std::max(1, points);
    if (m_at.size() == points && points > 1 && m_at.last() > m_at.first())
        return (m_at[point] - m_at.first()) / (m_at.last() - m_at.first());
    return points > 1 ? double(point) / (points - 1) : 0.5;
}

std::pair<double, double> Chart::ends() const
{
    double low = qInf(), high = -qInf();
    for (const Series &one : m_series) {
        for (const double value : one.values) {
            if (std::isnan(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return {low, high};
}

layout::Axis Chart::ticksFor(double tall) const
{
    auto [low, high] = ends();
    if (low > high)
        return layout::niceAxis(0, 1);
    if (std::isfinite(m_limit) && m_limit < 4 * high)
        high = std::max(high, m_limit);
    // Amounts grow from nothing; only what stays far from it gets a cut axis.
    const bool isCut = m_kind == Line && low > 0 && (high - low) < low / 2;
    const int wanted = std::clamp(int(tall / px(36)) + 1, 2, 5);
    return layout::niceAxis(isCut ? low : std::min(low, 0.0), high, wanted);
}

const Chart::Frame &Chart::frame() const
{
    if (!m_frame) {
        const QRectF plot = room();
        const auto [low, high] = ends();
        m_frame = Frame{plot, ticksFor(plot.height()), low, high};
    }
    return *m_frame;
}

void Chart::geometryChange(const QRectF &now, const QRectF &before)
{
    SceneItem::geometryChange(now, before);
    m_frame.reset();
}

QString Chart::numberWord(double value, int decimals) const
{
    return std::isnan(value) ? tr("none") : trimmed(value, decimals);
}

QString Chart::pointWord(int point) const
{
    if (point < 0 || point >= count())
        return {};
    if (point < m_names.size())
        return m_names[point];
    if (point >= m_at.size())
        return QLocale().toString(point + 1);
    if (!m_isTime)
        return trimmed(m_at[point], moreDecimals);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(qint64(m_at[point]));
    const double span = m_at.last() - m_at.first();
    const QString time = when.toString(span < 600'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    return span < 86'400'000 ? time : QLocale().toString(when.date(), u"d MMM "_s) + time;
}

QString Chart::valueWord(int row, int point) const
{
    const double value = valueAt(row, point);
    const QString number = numberWord(value, axis().decimals + moreDecimals);
    return std::isnan(value) || m_unit.isEmpty() ? number : tr("%1 %2").arg(number, m_unit);
}

QString Chart::rowName(int row) const
{
    return row >= 0 && row < m_series.size() ? m_series[row].name : QString();
}

QString Chart::words(int point) const
{
    if (point < 0 || point >= count())
        return {};
    QStringList parts;
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = rowName(row);
        parts.append(name.isEmpty() ? valueWord(row, point)
                                    : tr("%1 %2").arg(name, valueWord(row, point)));
    }
    return tr("%1: %2").arg(pointWord(point), parts.join(u", "_s));
}

QString Chart::summary() const
{
    const int points = count();
    if (points == 0)
        return tr("nothing measured yet");
    QStringList parts;
    for (int row = 0; row < rowCount(); ++row) {
        int lowest = -1, highest = -1, last = -1;
        for (int i = 0; i < points; ++i) {
            if (std::isnan(valueAt(row, i)))
                continue;
            last = i;
            lowest = lowest < 0 || valueAt(row, i) < valueAt(row, lowest) ? i : lowest;
            highest = highest < 0 || valueAt(row, i) > valueAt(row, highest) ? i : highest;
        }
        const QString name = rowName(row).isEmpty() ? tr("value") : rowName(row);
        parts.append(last < 0 ? tr("%1: none").arg(name)
                              : tr("%1: %2 to %3, last %4")
                                    .arg(name, valueWord(row, lowest), valueWord(row, highest),
                                         valueWord(row, last)));
    }
    return tr("%n points from %1 to %2. %3", nullptr, points)
        .arg(pointWord(0), pointWord(points - 1), parts.join(u"; "_s));
}

int Chart::step(int from, int by) const
{
    const int points = count();
    const auto isThere = [this](int point) {
        for (int row = 0; row < rowCount(); ++row)
            if (!std::isnan(valueAt(row, point)))
                return true;
        return false;
    };
    if (from < 0 || from >= points)  // nothing chosen: the end one walks away from
        from = by > 0 ? -1 : points;
    const int way = by > 0 ? 1 : -1;
    int best = -1;
    for (int left = std::abs(by), at = from + way; at >= 0 && at < points && left > 0; at += way) {
        if (!isThere(at))
            continue;
        best = at;
        --left;
    }
    return best >= 0 ? best : from >= 0 && from < points ? from : -1;
}

int Chart::pointAt(double x, double y) const
{
    const QRectF room = plot();
    if (count() == 0 || !room.adjusted(-px(8), -px(8), px(8), px(8)).contains(x, y))
        return -1;
    const double share = (x - room.left()) / room.width();
    int best = -1;
    for (int i = 0; i < count(); ++i)
        if (best < 0 || std::abs(xShare(i) - share) < std::abs(xShare(best) - share))
            best = i;
    return best;
}

int Chart::rowAt(double x, double y) const
{
    const int point = pointAt(x, y);
    int best = 0;
    double nearest = qInf();
    for (int row = 0; row < rowCount(); ++row) {
        if (std::isnan(valueAt(row, point)))
            continue;
        const double gap = std::abs(placeOf(row, point).y() - y);
        if (gap < nearest) {
            nearest = gap;
            best = row;
        }
    }
    return best;
}

QString Chart::csv() const
{
    const QString first = m_isTime ? u"time"_s : m_names.isEmpty() ? u"at"_s : u"name"_s;
    QStringList head{first};
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = rowName(row).isEmpty() ? u"value"_s : rowName(row);
        head.append(cell(m_unit.isEmpty() ? name : name + u' ' + m_unit));
    }
    QString text = head.join(u',') + u"\r\n"_s;
    for (int point = 0; point < count(); ++point) {
        QStringList line;
        if (point < m_names.size())
            line.append(cell(m_names[point]));
        else if (m_isTime && point < m_at.size())
            line.append(QDateTime::fromMSecsSinceEpoch(qint64(m_at[point]), Qt::UTC)
                            .toString(Qt::ISODateWithMs));
        else
            line.append(QString::number(point < m_at.size() ? m_at[point] : point, 'g', 15));
        for (int row = 0; row < rowCount(); ++row) {
            const double value = valueAt(row, point);
            line.append(std::isnan(value) ? QString() : QString::number(value, 'g', 15));
        }
        text += line.join(u',') + u"\r\n"_s;
    }
    return text;
}
