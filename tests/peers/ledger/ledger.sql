-- The peer of P4: double entry in PostgreSQL at its best. A batch is one call and one transaction.
CREATE TABLE account (id int PRIMARY KEY, balance numeric(39) NOT NULL CHECK (balance >= 0)) WITH (fillfactor = 50);
CREATE TABLE transfer (id bigint PRIMARY KEY, debit int NOT NULL, credit int NOT NULL, amount numeric(39) NOT NULL CHECK (amount > 0));
INSERT INTO account SELECT id, 1000000000000000000000 FROM generate_series(1, 1000) AS id;

-- Sets: every account is written once a batch, in one order, so that clients cannot block each other for good.
CREATE FUNCTION book(batch int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE ids bigint[]; debits int[]; credits int[]; amounts numeric[];
BEGIN
    SELECT array_agg((random() * 9e18)::bigint), array_agg(d), array_agg(1 + (d + floor(random() * 999)::int) % 1000),
           array_agg(1 + floor(random() * 16000)::numeric)
        INTO ids, debits, credits, amounts
        FROM (SELECT 1 + floor(random() * 1000)::int AS d FROM generate_series(1, batch)) AS drawn;
    PERFORM 1 FROM account WHERE id = ANY(debits || credits) ORDER BY id FOR UPDATE;
    INSERT INTO transfer SELECT * FROM unnest(ids, debits, credits, amounts);
    UPDATE account SET balance = balance + change
        FROM (SELECT account AS one, sum(change) AS change
              FROM (SELECT unnest(debits) AS account, -unnest(amounts) AS change
                    UNION ALL SELECT unnest(credits), unnest(amounts)) AS legs GROUP BY account) AS changes
        WHERE account.id = changes.one;
END $$;

-- One transfer after the other, for a client that is alone.
CREATE FUNCTION book_each(batch int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE d int; c int; a numeric;
BEGIN
    FOR i IN 1 .. batch LOOP
        d := 1 + floor(random() * 1000)::int;
        c := 1 + (d + floor(random() * 999)::int) % 1000;
        a := 1 + floor(random() * 16000);
        UPDATE account SET balance = balance - a WHERE id = d;
        UPDATE account SET balance = balance + a WHERE id = c;
        INSERT INTO transfer VALUES ((random() * 9e18)::bigint, d, c, a);
    END LOOP;
END $$;
