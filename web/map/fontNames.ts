/** The two weights used on the map, by the names the style and the font faces share. */
export const medium = ['Be Vietnam Pro Medium'];
export const bold = ['Be Vietnam Pro Bold'];
