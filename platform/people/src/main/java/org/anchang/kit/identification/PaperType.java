package org.anchang.kit.identification;

/// What a buyer proves their identity with. The list is closed: each kind of paper has its own form of number.
public enum PaperType {
    /// 居民身份证: GB 11643, 18 characters with a check character, or 15 digits of the first generation
    ID_CARD,
    /// 护照, of whatever country
    PASSPORT,
    /// 港澳居民来往内地通行证
    HK_MACAO_PERMIT,
    /// 台湾居民来往大陆通行证
    TAIWAN_PERMIT,
    /// 港澳台居民居住证: a number as on an identity card
    HK_MACAO_TAIWAN_RESIDENCE,
    /// 外国人永久居留身份证: 15 characters, or 18 as on an identity card since 2023
    FOREIGN_RESIDENCE,
    /// 军官证, 士兵证, 警官证
    MILITARY,
    /// 营业执照: the unified social credit code of GB 32100
    BUSINESS_LICENCE
}
