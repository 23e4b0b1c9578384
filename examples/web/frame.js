// The shop's page around the frame: hears what happens in it, and goes on when it is over.
const { origin } = document.querySelector('iframe').dataset;
const heard = document.querySelector('#heard');

addEventListener('message', (event) => {
  if (event.origin !== origin || event.data?.source !== 'selfsame') return;
  const { event: name, step, reason, token } = event.data;
  const line = document.createElement('li');
  line.textContent = [name, step ?? reason].filter(Boolean).join(' ');
  heard.append(line);
  if (name === 'finished' || name === 'exited') location.assign(`/back?token=${encodeURIComponent(token)}`);
});
