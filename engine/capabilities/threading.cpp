#include "capabilities/threading.h"

#include <algorithm>
#include <map>

namespace capabilities {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

struct Container {
    std::int64_t message = -1;
    std::uint32_t parent = none;
    std::vector<std::uint32_t> children;
};

class Forest {
public:
    explicit Forest(const std::vector<MailHeader> &messages) : m_messages(messages) {}

    std::vector<MailThread> grown()
    {
        for (std::size_t i = 0; i < m_messages.size(); ++i)
            add(i);
        for (std::uint32_t i = 0; i < m_all.size(); ++i)
            if (m_all[i].parent == none)
                m_roots.push_back(i);
        prune();
        gather();
        sort(m_roots);
        for (Container &container : m_all)
            sort(container.children);
        std::vector<MailThread> threads;
        for (const std::uint32_t root : m_roots)
            threads.push_back(written(root));
        return threads;
    }

private:
    std::uint32_t containerOf(const std::string &id)
    {
        const auto [place, isNew] = m_ids.try_emplace(id, std::uint32_t(m_all.size()));
        if (isNew)
            m_all.emplace_back();
        return place->second;
    }
    bool isAbove(std::uint32_t above, std::uint32_t node) const
    {
        while (node != above && node != none)
            node = m_all[node].parent;
        return node == above;
    }
    void unlink(std::uint32_t child)
    {
        if (m_all[child].parent != none)
            std::erase(m_all[m_all[child].parent].children, child);
        m_all[child].parent = none;
    }
    void link(std::uint32_t parent, std::uint32_t child)
    {
        if (isAbove(child, parent))
            return;
        unlink(child);
        m_all[child].parent = parent;
        m_all[parent].children.push_back(child);
    }
    void add(std::size_t number)
    {
        const MailHeader &message = m_messages[number];
        std::uint32_t own = none;
        if (!message.id.empty())
            own = containerOf(message.id);
        if (own == none || m_all[own].message >= 0) {
            own = std::uint32_t(m_all.size());
            m_all.emplace_back();
        }
        m_all[own].message = std::int64_t(number);
        std::uint32_t last = none;
        for (const std::string &id : message.references) {
            const std::uint32_t next = containerOf(id);
            if (last != none && m_all[next].parent == none)
                link(last, next);
            last = next;
        }
        if (last == none || !isAbove(own, last)) {
            unlink(own);  // what was guessed before gives way to what the message says
            if (last != none)
                link(last, own);
        }
    }
    // Children before parents, without recursion: numbers by depth first search, backwards.
    std::vector<std::uint32_t> inOrder(const std::vector<std::uint32_t> &roots) const
    {
        std::vector<std::uint32_t> order, stack(roots.rbegin(), roots.rend());
        while (!stack.empty()) {
            const std::uint32_t node = stack.back();
            stack.pop_back();
            order.push_back(node);
            const auto &children = m_all[node].children;
            stack.insert(stack.end(), children.rbegin(), children.rend());
        }
        return order;
    }
    // What stands in the place of a container: nothing, its children, or itself.
    void prune()
    {
        std::vector<std::uint32_t> order = inOrder(m_roots);
        std::map<std::uint32_t, std::vector<std::uint32_t>> instead;
        std::vector<bool> isGone(m_all.size(), false);
        const auto kept = [&](const std::vector<std::uint32_t> &nodes) {
            std::vector<std::uint32_t> out;
            for (const std::uint32_t node : nodes) {
                if (!isGone[node])
                    out.push_back(node);
                else
                    out.insert(out.end(), instead[node].begin(), instead[node].end());
            }
            return out;
        };
        for (auto node = order.rbegin(); node != order.rend(); ++node) {
            Container &container = m_all[*node];
            container.children = kept(container.children);
            for (const std::uint32_t child : container.children)
                m_all[child].parent = *node;
            if (container.message >= 0)
                continue;
            const bool isRoot = container.parent == none;
            isGone[*node] = container.children.size() < 2 || !isRoot;
            if (isGone[*node])
                for (const std::uint32_t child : container.children)
                    m_all[child].parent = container.parent;
            instead[*node] = container.children;
        }
        m_roots = kept(m_roots);
    }
    // The message a container stands for; of an empty one that of its first child.
    const MailHeader &headerOf(std::uint32_t node) const
    {
        while (m_all[node].message < 0)
            node = m_all[node].children.front();
        return m_messages[std::size_t(m_all[node].message)];
    }
    void gather()
    {
        std::map<std::string, std::uint32_t> table;
        const auto subjectOf = [&](std::uint32_t root, bool &isReply) {
            std::string subject(plainSubject(headerOf(root).subject, &isReply));
            for (char &c : subject)
                c = c >= 'A' && c <= 'Z' ? char(c | 32) : c;
            return subject;
        };
        bool isReply = false, isOldReply = false;
        for (const std::uint32_t root : m_roots) {
            const std::string subject = subjectOf(root, isReply);
            if (subject.empty())
                continue;
            const auto [place, isNew] = table.try_emplace(subject, root);
            if (isNew)
                continue;
            subjectOf(place->second, isOldReply);
            if ((m_all[root].message < 0 && m_all[place->second].message >= 0)
                || (isOldReply && !isReply))
                place->second = root;
        }
        for (const std::uint32_t root : m_roots) {
            const auto place = table.find(subjectOf(root, isReply));
            if (place != table.end() && !isAbove(place->second, root))
                merge(place->second, root);
        }
        std::vector<std::uint32_t> roots;
        for (std::uint32_t root : m_roots) {
            while (m_all[root].parent != none)
                root = m_all[root].parent;
            const bool isLeft = m_all[root].message >= 0 || !m_all[root].children.empty();
            if (isLeft && std::ranges::find(roots, root) == roots.end())
                roots.push_back(root);
        }
        m_roots = std::move(roots);
    }
    // Puts a root under the one of its subject, or that one under it, or both under a new one.
    void merge(std::uint32_t &first, std::uint32_t root)
    {
        const bool isEmpty = m_all[root].message < 0, isFirstEmpty = m_all[first].message < 0;
        bool isReply = false, isFirstReply = false;
        plainSubject(headerOf(root).subject, &isReply);
        plainSubject(headerOf(first).subject, &isFirstReply);
        if (isEmpty && isFirstEmpty) {
            for (const std::uint32_t child : std::vector(m_all[root].children))
                link(first, child);
        } else if (isFirstEmpty || (isReply && !isFirstReply && !isEmpty)) {
            link(first, root);
        } else if (isEmpty) {
            link(root, first);
            first = root;
        } else {
            const auto above = std::uint32_t(m_all.size());
            m_all.emplace_back();
            link(above, first);
            link(above, root);
            first = above;
        }
    }
    void sort(std::vector<std::uint32_t> &nodes) const
    {
        std::ranges::stable_sort(nodes, {},
                                 [&](std::uint32_t node) { return headerOf(node).date; });
    }
    MailThread written(std::uint32_t root) const
    {
        MailThread thread;
        std::map<std::uint32_t, std::int64_t> depths{{root, 0}};
        for (const std::uint32_t node : inOrder({root})) {
            const std::int64_t depth = depths[node];
            thread.push_back({m_all[node].message, depth});
            for (const std::uint32_t child : m_all[node].children)
                depths[child] = depth + 1;
        }
        return thread;
    }

    const std::vector<MailHeader> &m_messages;
    std::vector<Container> m_all;
    std::map<std::string, std::uint32_t> m_ids;
    std::vector<std::uint32_t> m_roots;
};

}  // namespace

std::string_view plainSubject(std::string_view subject, bool *isReply)
{
    bool wasReply = false;
    while (true) {
        subject.remove_prefix(std::min(subject.find_first_not_of(" \t"), subject.size()));
        const std::size_t colon = subject.find(':');
        std::string mark(subject.substr(0, std::min<std::size_t>(colon, 8)));
        for (char &c : mark)
            c = c >= 'A' && c <= 'Z' ? char(c | 32) : c;
        if (const std::size_t bracket = mark.find('['); bracket != mark.npos)  // "Re[4]:"
            mark.resize(mark.ends_with(']') ? bracket : 0);
        if (colon > 8
            || (mark != "re" && mark != "aw" && mark != "fwd" && mark != "fw" && mark != "wg"))
            break;
        wasReply = true;
        subject.remove_prefix(colon + 1);
    }
    if (isReply)
        *isReply = wasReply;
    subject.remove_suffix(subject.size()
                          - std::min(subject.find_last_not_of(" \t") + 1, subject.size()));
    return subject;
}

std::vector<MailThread> threadsOf(const std::vector<MailHeader> &messages)
{
    return Forest(messages).grown();
}

}  // namespace capabilities
