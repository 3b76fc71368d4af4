import { DeskSaidNo, officers, type Officer } from './desk';
import { inEachLanguage, locale, say } from './language';
import { Session, forgetOfficer, rememberedOfficer } from './session';
import { notice } from './notice';
import { officerChoice } from './officerChoice';
import { workspace } from './workspace';

const page = document.getElementById('page')!;

inEachLanguage(() => {
  document.documentElement.lang = locale();
  document.title = say('product');
});

void open();

async function open(): Promise<void> {
  try {
    const remembered = rememberedOfficer();
    if (remembered) return enter(await Session.open(remembered));
    const choice = await officersToBe();
    if (!choice) return enter(await Session.openOwn());
    page.replaceChildren(officerChoice(choice, async officer => enter(await Session.open(officer))));
  } catch (error) {
    refused(error);
  }
}

/** Nothing where the desk is no demo: then one signs in as oneself. */
function officersToBe(): Promise<Officer[] | undefined> {
  return officers().catch((error: unknown) => {
    if (error instanceof DeskSaidNo && error.status === 404) return undefined;
    throw error;
  });
}

function enter(session: Session): void {
  page.replaceChildren(workspace(session));
}

function refused(error: unknown): void {
  if (!(error instanceof DeskSaidNo) || error.status >= 500) {
    page.replaceChildren(notice('unreachable', ['unreachableWhy'], { word: 'retry', run: () => void open() }));
  } else if (error.code === 'SignInNeeded') {
    location.assign('/sign-in');
  } else if (error.code === 'UnknownOfficer') {
    page.replaceChildren(notice('notKnown', ['notKnownWhy']));
  } else if (rememberedOfficer()) {
    // The officer of this tab is not in the directory any more: choose again.
    forgetOfficer();
    void open();
  } else {
    page.replaceChildren(notice('notConfigured', ['notConfiguredWhy', 'notConfiguredHow']));
  }
}
