-- lists are paged by name too: pinyin in Chinese, the usual order in English. After the database moves to another version of ICU:
-- reindex index engineer_by_name_zh, engineer_by_name_en (PostgreSQL warns of it)
create index engineer_by_name_zh on engineer (name_zh collate "zh-x-icu", id);
create index engineer_by_name_en on engineer (name_en collate "en-x-icu", id);
