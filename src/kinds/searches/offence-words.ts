import type { Purposes } from '../../figures/figure.ts';

/** What sentences call the offence families of `data/reasons.yaml`, after "for" or "about". */
export const offenceWords: Readonly<Record<string, Purposes>> = {
  'vehicle-theft': {
    same: ['vehicle theft', 'stolen vehicle', 'stolen car', 'car theft', 'auto theft', 'motor vehicle theft'],
    near: ['carjacking'],
  },
  burglary: { same: ['burglary', 'burglaries'] },
  robbery: { same: ['robbery', 'robberies'] },
  homicide: { same: ['homicide'], near: ['murder', 'killing', 'manslaughter'] },
  'shooting-weapons': { same: ['shooting and weapon'], near: ['shooting', 'weapon', 'gun', 'firearm'] },
  'human-trafficking': {
    same: ['human trafficking and smuggling'],
    near: ['human trafficking', 'human smuggling', 'trafficking', 'smuggling'],
  },
  kidnapping: { same: ['kidnapping'], near: ['abduction', 'amber alert'] },
  'sexual-offence': {
    same: ['sexual offence', 'sex offence', 'sexual offense', 'sex offense', 'sex crime'],
    near: ['rape', 'sexual assault'],
  },
  'reproductive-care': { same: ['reproductive care', 'reproductive health care'], near: ['abortion'] },
  protest: { same: ['protest', 'demonstration'], near: ['march', 'no kings'] },
  'domestic-violence': { same: ['domestic violence'] },
  assault: { same: ['assault'], near: ['battery', 'stabbing', 'harassment', 'stalking', 'threat'] },
  drugs: { same: ['drug', 'drug offence', 'drug offense', 'drug crime', 'narcotic'], near: ['fentanyl'] },
  'missing-person': {
    same: ['missing or endangered person', 'missing or endangered people'],
    near: ['missing person', 'missing people', 'runaway'],
  },
  'welfare-check': { same: ['welfare check'] },
  crash: { same: ['hit and run and crashes'], near: ['crash', 'crashes', 'hit and run', 'collision'] },
  traffic: {
    same: ['traffic and licence offence'],
    near: ['traffic offence', 'traffic violation', 'road rage'],
  },
  fraud: { same: ['fraud'], near: ['identity theft', 'forgery', 'scam'] },
  theft: { same: ['theft', 'larceny'], near: ['shoplifting'] },
  'arson-damage': { same: ['arson and damage'], near: ['arson', 'vandalism', 'graffiti'] },
  'warrant-fugitive': {
    same: ['warrant or fugitive'],
    near: ['warrant', 'fugitive', 'wanted person', 'parole'],
  },
  suspicious: { same: ['suspicious vehicle or person'], near: ['suspicious vehicle', 'suspicious person'] },
  'agency-assist': { same: ['assistance to another agency', 'assistance to other agencies'] },
  'test-training': { same: ['test or training'], near: ['test', 'training', 'audit'] },
};
