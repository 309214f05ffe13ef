"""The schema of a sort's journal. A plan is the same, before anything is done."""

from __future__ import annotations

APPLICATION_ID = 0x57485352  # "WHSR"
VERSION = 1

SCHEMA = f"""
    pragma application_id = {APPLICATION_ID};
    pragma user_version = {VERSION};
    create table sort (
        id integer primary key check (id = 1),
        key text not null,                          -- digest over what was asked for
        destination blob not null,                  -- an absolute path
        way text not null,
        phase text not null,
        began real not null,                        -- seconds since 1970
        token text not null,                        -- in the names of hidden parts
        store blob,                                 -- file of the results store, whose paths follow
        run integer not null,
        name text not null                          -- what the run is called
    ) strict;
    create table folder (
        id integer primary key,
        parent integer not null,                    -- 0: the destination itself
        wanted blob not null,                       -- what it stands for; two that differ get two folders
        path blob not null unique,                  -- below the destination
        folded blob not null,                       -- the path as file systems see it that know no case
        place text,                                 -- device and number of one that is there
        is_mixed integer not null default 0,        -- whether pictures are sorted from it, or from a folder in it
        unique (parent, wanted)
    ) strict;
    create table made (
        path blob primary key                       -- absolute; folders that were not there before
    ) strict, without rowid;
    create table item (
        id integer primary key,
        picture integer not null,                   -- whom it goes along with: a picture itself, or a companion's
        source blob not null,                       -- an absolute path
        place text not null,                        -- device and number of the folder it lies in
        name blob not null,
        stem blob not null,                         -- of the picture; the name begins with it
        size integer not null,
        mtime_ns integer not null,
        mode integer not null,
        identity text not null,                     -- device and number
        is_raw integer not null,
        link blob,                                  -- the text of a symbolic link
        wanted text,                                -- the parts of its folder
        folder integer references folder,
        target blob,                                -- its name there
        state text not null,
        why text,
        detail text not null default '',
        digest blob,                                -- SHA-256 of what was copied
        placed_size integer,                        -- of the file in its folder, as it was put there
        placed_mtime_ns integer,
        placeholder text,                           -- device and number of an empty file that holds a name for it
        is_followed integer not null default 0,     -- whether the results store knows it in its folder; 2: perhaps
        unique (place, name)
    ) strict;
    create index item_by_turn on item (picture, id);
    create index item_by_stem on item (place, stem);
    create index item_by_identity on item (identity);
    create index item_by_folder on item (folder);
    create index item_by_state on item (state, is_followed);
"""

# What a plan needs beside it, and nobody after it.
NOTES = """
    create temp table origin (
        path blob primary key,                      -- of folders that pictures lie in
        place text not null
    ) strict, without rowid;
    create index origin_by_place on origin (place);
    create temp table beside (
        place text not null,
        base blob not null,                         -- stem or name of the picture that it belongs to
        name blob not null,
        is_raw integer not null
    ) strict;
    create index beside_by_base on beside (place, base);
    create temp table taken (
        folder integer not null,
        folded blob not null,
        next integer not null,                      -- the number to be tried next; 1 for what is on the disk
        primary key (folder, folded)
    ) strict, without rowid;
"""
