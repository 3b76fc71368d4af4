const ink = '#1b2433';
const quiet = '#566275';
const line = '#d5dce6';
const accent = '#1d4f91';
export const font = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", system-ui, sans-serif';

/** Web Chat's style options: the page's colours, larger targets, nothing that this desk does not offer. */
export const look = {
  primaryFont: font,
  accent,
  subtle: quiet,
  backgroundColor: 'transparent',
  paddingRegular: 12,

  bubbleBackground: '#ffffff',
  bubbleBorderColor: line,
  bubbleBorderRadius: 10,
  bubbleTextColor: ink,
  bubbleFromUserBackground: '#dce9f8',
  bubbleFromUserBorderColor: '#bdd3ee',
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: ink,
  bubbleMaxWidth: 600,
  bubbleMinWidth: 48,
  bubbleMinHeight: 36,
  emojiSet: {},
  markdownRenderHTML: false,

  avatarSize: 34,
  botAvatarInitials: 'JD',
  showAvatarInGroup: 'sender',
  groupTimestamp: 60_000,
  timestampColor: quiet,
  // "Just now" is the browser's now; the desk may be days ahead.
  timestampFormat: 'absolute',

  transcriptVisualKeyboardIndicatorColor: accent,
  transcriptActivityVisualKeyboardIndicatorColor: accent,

  // The desk takes no files and says so; dropping one or pasting a picture ends in the same line.
  sendBoxTextWrap: true,
  sendBoxHeight: 48,
  sendBoxButtonColor: accent,
  sendBoxButtonAlignment: 'bottom',
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: quiet,
  sendBoxBorderTop: `1px solid ${line}`,

  suggestedActionLayout: 'flow',
  suggestedActionHeight: 38,
  suggestedActionBorderRadius: 19,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: accent,
  suggestedActionBorderColor: accent,
  suggestedActionBackgroundColorOnHover: '#eaf1fa',
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'none',
};

const colour = (plain: string, subtle = plain) => ({ default: plain, subtle });
const foregroundColors = {
  default: colour(ink, quiet), dark: colour(ink, quiet), light: colour(quiet), accent: colour(accent),
  good: colour('#1a6b3c'), warning: colour('#7a4a00'), attention: colour('#a4262c'),
};
const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

/** The host config of Adaptive Cards: text as in the chat, facts that wrap, buttons below one another only where they must. */
export const cardLook = {
  supportsInteractivity: true,
  fontFamily: font,
  spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: line },
  fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 19, default: 23, medium: 25, large: 28, extraLarge: 32 },
  containerStyles: {
    default: container('#ffffff'), emphasis: container('#f2f5f9'), accent: container('#eaf1fa'),
    good: container('#e9f5ee'), warning: container('#fdf4e3'), attention: container('#fcebeb'),
  },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: false, maxWidth: 120 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 14,
  },
  actions: {
    maxActions: 8, spacing: 'medium', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    actionsOrientation: 'horizontal', actionAlignment: 'left',
  },
  inputs: { label: { requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } } },
};
