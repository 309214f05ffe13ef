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
)
