"""The schema of the results store, as the migrations that make it."""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    create table method (
        id integer primary key autoincrement,   -- never used again
        fingerprint text not null unique,
        model text not null,
        title text not null,
        precision text not null,
        labels text not null                        -- a JSON array, one label per output of the network
    ) strict;
    create table picture (
        id integer primary key autoincrement,   -- never used again
        path blob not null unique                   -- the bytes of an absolute path
    ) strict;
    create table outcome (
        id integer primary key autoincrement,   -- never used again
        picture integer not null references picture,
        method integer not null references method,
        size integer,                               -- of the file, with its time of change; null when it is not there
        mtime_ns integer,
        width integer,                              -- what follows up to the scores is of classified pictures
        height integer,
        device text,
        class integer,                              -- the likeliest
        probability real,
        scores blob,                                -- 20 classes, see scores.py
        stage text,                                 -- and this of failed ones
        reason text,
        detail text
    ) strict;
    create index outcome_of_picture on outcome (picture, method);
    create table run (
        id integer primary key autoincrement,   -- never used again
        key text not null,                          -- digest over what was asked for; an unfinished run is found by it
        name text not null,
        method integer not null references method,
        roots blob not null,                        -- absolute paths, each ended by a zero byte
        started real not null,                      -- seconds since 1970
        ended real,                                 -- null while it is not complete
        classified integer not null,                -- how many, when it was worked on last
        failed integer not null,
        pass integer not null                       -- how often it was begun or continued
    ) strict;
    create index run_by_key on run (key);
    create table entry (
        run integer not null references run on delete cascade,
        position blob not null,                     -- bytes that compare in natural order
        outcome integer not null references outcome,
        pass integer not null,                      -- in which pass of the run the picture was met last
        primary key (run, position)
    ) strict, without rowid;
    create index entry_by_outcome on entry (outcome);
    """,
    """
    create table removal (
        id integer primary key autoincrement,   -- never used again
        run integer not null references run on delete cascade
    ) strict;
    create index removal_of_run on removal (run);
    create table numbered_entry (
        id integer primary key autoincrement,   -- never used again, so that a number never leads to another row
        run integer not null references run on delete cascade,
        position blob not null,                     -- bytes that compare in natural order
        outcome integer not null references outcome,
        pass integer not null,                      -- in which pass of the run the picture was met last
        class integer,                              -- those of the outcome, for sorting and counting
        probability real,
        name_at integer not null,                   -- where in position the key of the file's own name begins
        removed integer not null default 0          -- the removal that took it off the list, or 0
    ) strict;
    insert into numbered_entry (run, position, outcome, pass, class, probability, name_at)
        select run, position, outcome, pass, class, probability, name_offset(position)
        from entry join outcome on outcome.id = entry.outcome
        order by run, position;
    drop table entry;
    alter table numbered_entry rename to entry;
    create unique index entry_in_order on entry (run, position);
    create index entry_by_class on entry (run, removed, class, probability);
    create index entry_by_outcome on entry (outcome);
    """,
    """
    alter table run add column total integer;       -- how many pictures it has, once all was looked through, else null
    alter table run add column skipped text not null default '{}';  -- and a JSON object: files passed over, by kind
    alter table run add column mounted integer not null default 1;  -- whether a root may be where a drive is mounted
    """,
)
